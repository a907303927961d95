package dev.roomline.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Connects to the given addresses only. The minimal client knows no
 * redirects, retries, cookies, passwords, proxies or compression, so none can be forgotten here.
 */
final class PinnedHttpClient implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final TimeValue IDLE = TimeValue.ofSeconds(3);

  private final Pool pool;
  private final MinimalHttpClient http;
  private final DownloadSettings settings;
  private final Future<?> tidying;

  PinnedHttpClient(DownloadSettings settings, ScheduledExecutorService clock) {
    this.settings = settings;
    pool = new Pool(settings);
    http = HttpClients.createMinimal(pool);
    tidying = clock.scheduleWithFixedDelay(() -> pool.closeIdle(IDLE), 1, 1, TimeUnit.SECONDS);
  }

  HttpGet request(DownloadUrl url, Duration patience) {
    var get = new HttpGet("/");
    get.setScheme(url.scheme());
    get.setAuthority(new URIAuthority(url.host(), url.isUsualPort() ? -1 : url.port()));
    get.setPath(url.path());
    get.setHeader("Accept", "*/*");
    get.setHeader("Accept-Encoding", "identity");
    get.setHeader("User-Agent", "Roomline");
    get.setConfig(RequestConfig.custom()
        .setConnectionRequestTimeout(timeout(patience))
        .setResponseTimeout(timeout(settings.stall()))
        .build());
    return get;
  }

  /**
   * The head of the answer; the caller cancels the request when done.
   *
   * @throws UncheckedIOException if Java cannot open a selector, such as at the limit of open files
   */
  ClassicHttpResponse send(HttpGet get, DownloadUrl url, InetAddress address) throws IOException {
    var host = new HttpHost(url.scheme(), address, url.host(), url.port());
    try {
      return http.executeOpen(host, get, null);
    } catch (CancellationException e) {
      throw new InterruptedIOException("closed while waiting for a free connection");
    } catch (LinkageError e) {
      // Java gives only the first caller the cause.
      var unready = new IOException("Java's sockets are not ready, as a rule: Too many open files");
      unready.addSuppressed(e);
      throw new UncheckedIOException(unready);
    }
  }

  @Override
  public void close() {
    tidying.cancel(false);
    pool.end();
  }

  private static DefaultHttpClientConnectionOperator operator() {
    var tls = RegistryBuilder.<TlsSocketStrategy>create()
        .register("https", DefaultClientTlsStrategy.createSystemDefault())
        .build();
    // A plain socket would use the system's SOCKS proxy, which may connect to any address.
    return new DefaultHttpClientConnectionOperator(
        socksProxy -> new Socket(Proxy.NO_PROXY), null, new NoNames(), tls);
  }

  /** Strict about what is an answer, and about how long its head may be. */
  private static ManagedHttpClientConnectionFactory connections() {
    var http1 = Http1Config.custom()
        .setMaxLineLength(LONGEST_LINE)
        .setMaxHeaderCount(MOST_HEADERS)
        .build();
    return ManagedHttpClientConnectionFactory.builder()
        .http1Config(http1)
        .charCodingConfig(CharCodingConfig.custom()
            .setCharset(StandardCharsets.UTF_8)
            .setMalformedInputAction(CodingErrorAction.REPLACE)
            .setUnmappableInputAction(CodingErrorAction.REPLACE)
            .build())
        .responseParserFactory(new DefaultHttpResponseParserFactory(http1))
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
  }

  /** A pool that stays open: the client would close it for all when one request meets a Java Error. */
  private static final class Pool extends PoolingHttpClientConnectionManager {
    Pool(DownloadSettings settings) {
      super(operator(), PoolConcurrencyPolicy.STRICT, PoolReusePolicy.LIFO, null, connections());
      setMaxTotal(CONNECTIONS);
      setDefaultMaxPerRoute(CONNECTIONS);
      setDefaultConnectionConfig(ConnectionConfig.custom()
          .setConnectTimeout(timeout(settings.connect()))
          .setSocketTimeout(timeout(settings.stall()))
          .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
          .setTimeToLive(TimeValue.ofMinutes(1))
          .build());
    }

    @Override
    public void close(CloseMode mode) {}

    void end() {
      super.close(CloseMode.IMMEDIATE);
    }
  }

  /** Resolves nothing: names are resolved and checked before, and must not be looked up again. */
  private static final class NoNames implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
      throw new UnknownHostException(host);
    }
  }
}
