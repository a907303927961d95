package dev.roomline.endpoint;

import dev.roomline.domain.DaemonThreads;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * How calls connect: encrypted by the system's certificates with the host's name checked, through the
 * proxy that Java's properties name. Each address of a host has 10 s to take the connection, and all of
 * them together 30 s. Nothing is followed, repeated or remembered by the HTTP client.
 */
final class HttpConnections implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(1);
  private static final int FULL_SHARES = 3;
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final Http1Config HTTP1 = Http1Config.custom()
      .setMaxLineLength(LONGEST_LINE)
      .setMaxHeaderCount(MOST_HEADERS)
      .build();
  private static final ManagedHttpClientConnectionFactory STRICT =
      ManagedHttpClientConnectionFactory.builder()
          .http1Config(HTTP1)
          .charCodingConfig(CharCodingConfig.custom()
              .setCharset(StandardCharsets.UTF_8)
              .setMalformedInputAction(CodingErrorAction.REPLACE)
              .setUnmappableInputAction(CodingErrorAction.REPLACE)
              .build())
          .responseParserFactory(new DefaultHttpResponseParserFactory(HTTP1))
          .build();
  private static final RequestConfig PLAIN = RequestConfig.custom()
      .setRedirectsEnabled(false) // the body carries the key
      .setAuthenticationEnabled(false)
      .setProtocolUpgradeEnabled(false)
      .build();

  private final ScheduledThreadPoolExecutor alarms =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.named("endpoint"));
  private final Lookup<TlsSocketStrategy> tls = RegistryBuilder.<TlsSocketStrategy>create()
      .register(
          "https",
          new DefaultClientTlsStrategy(
              SSLContexts.createSystemDefault(),
              HostnameVerificationPolicy.BUILTIN,
              NoopHostnameVerifier.INSTANCE))
      .build();
  private final Duration connect;
  private final HostAddresses addresses;
  private final Duration look;

  /**
   * Connections to hosts that {@code names} knows.
   *
   * @param look how long a new connection is watched for words that came before the request
   */
  HttpConnections(Duration connect, DnsResolver names, Duration look) {
    alarms.setRemoveOnCancelPolicy(true);
    this.connect = connect;
    this.addresses = new HostAddresses(names);
    this.look = look;
  }

  static HttpConnections of(EndpointSettings settings) {
    return new HttpConnections(settings.connect(), SystemDefaultDnsResolver.INSTANCE, LOOK);
  }

  /** A client for one call, which holds nothing but its connection. */
  CloseableHttpClient client(
      DetachedSocketFactory sockets, DnsResolver names, HttpRequestExecutor executor) {
    var connection = new BasicHttpClientConnectionManager(
        new DefaultHttpClientConnectionOperator(sockets, null, names, tls), STRICT);
    connection.setConnectionConfig(ConnectionConfig.custom()
        .setConnectTimeout(Timeout.of(connect)) // of the TLS handshake, too
        .build());
    return HttpClients.custom()
        .setConnectionManager(connection)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setRequestExecutor(executor)
        .setRoutePlanner(new SystemDefaultRoutePlanner(null))
        .setDefaultRequestConfig(PLAIN)
        .setDefaultHeaders(List.of(
            new BasicHeader("Accept", "application/json"), new BasicHeader("Connection", "close")))
        .setUserAgent("Roomline")
        .setDefaultCookieSpecRegistry(name -> null)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  CallSocket socket(CallTime time, int connectMillis) {
    return new CallSocket(time, connectMillis, alarms);
  }

  /** How long each of so many addresses is given to take the connection. */
  int connectMillis(int addresses) {
    return (int) (connect.toMillis() * Math.min(FULL_SHARES, addresses) / addresses);
  }

  HostAddresses addresses() {
    return addresses;
  }

  Duration look() {
    return look;
  }

  @Override
  public void close() {
    alarms.shutdown();
  }
}
