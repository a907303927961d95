package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Rendered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate for provider.example, signed by itself. */
class EncryptedCallTest {
  private static final char[] WORD = "provider".toCharArray();
  private final AtomicInteger requests = new AtomicInteger();

  @TempDir
  Path folder;

  private SSLContext usual;
  private SSLContext trusting;
  private ServerSocket server;

  @BeforeEach
  void open() throws Exception {
    usual = SSLContext.getDefault();
    trusting = trusting(certificate(folder.resolve("keys")));
    server = trusting
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  }

  @AfterEach
  void close() throws IOException {
    SSLContext.setDefault(usual);
    server.close();
  }

  @Test
  void aTrustedProviderIsSentTheRequest() throws Exception {
    SSLContext.setDefault(trusting);

    assertThat(create("provider.example", false)).isInstanceOf(Rendered.class);
    assertThat(requests).hasValue(1);
  }

  @Test
  void aProviderThatTheSystemDoesNotTrustIsNotSentTheRequest() throws Exception {
    assertThat(create("provider.example", false)).isInstanceOf(NotSent.class);
    assertThat(requests).hasValue(0);
  }

  @Test
  void aCertificateForAnotherNameIsNotSentTheRequest() throws Exception {
    SSLContext.setDefault(trusting);

    assertThat(create("another.example", false)).isInstanceOf(NotSent.class);
    assertThat(requests).hasValue(0);
  }

  @Test
  void anEncryptedAnswerThatCameBeforeItsRequestIsNone() throws Exception {
    SSLContext.setDefault(trusting);

    assertThat(create("provider.example", true))
        .isInstanceOfSatisfying(
            NotSent.class, it -> assertThat(it.reason()).contains("before the request"));
    assertThat(requests).hasValue(0);
  }

  private RenderOutcome create(String host, boolean early) throws Exception {
    var thread = new Thread(() -> serve(early));
    thread.setDaemon(true);
    thread.start();
    var base = URI.create("https://" + host + ":" + server.getLocalPort());
    var look = early ? Duration.ofSeconds(5) : Duration.ofMillis(1);
    try (var client = new EndpointClient(
        EndpointFixture.settings(base, ApiFamily.V5, Duration.ofSeconds(20)),
        EndpointFixture.KEY,
        new HttpConnections(Duration.ofSeconds(10), new Loopback(), look))) {
      return client.create(EndpointFixture.room());
    }
  }

  private void serve(boolean early) {
    try (var client = server.accept()) {
      if (early) ConnectionProvider.answer(client, 99);
      readRequest(client);
      ConnectionProvider.answer(client, 1);
    } catch (IOException e) {
      // The client closed the connection.
    }
  }

  private void readRequest(Socket client) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("}")) {
      var next = client.getInputStream().read();
      if (next < 0) throw new IOException("no request");
      seen.append((char) next);
    }
    requests.incrementAndGet();
  }

  private static KeyStore certificate(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process = new ProcessBuilder(
            keytool,
            "-genkeypair",
            "-alias",
            "provider",
            "-keyalg",
            "EC",
            "-dname",
            "CN=provider.example",
            "-ext",
            "SAN=dns:provider.example",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(WORD))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertThat(process.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), WORD);
  }

  private static SSLContext trusting(KeyStore keys) throws Exception {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, WORD);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  /** Every name is this machine. */
  private static final class Loopback implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
