package dev.roomline.download;

import static dev.roomline.download.DownloadFixture.allowing;
import static dev.roomline.download.DownloadFixture.assertForbidden;
import static dev.roomline.download.DownloadFixture.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Here;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate for pictures.example, signed by itself. */
class DownloadTlsTest {
  private static final char[] WORD = "pictures".toCharArray();
  private static SSLContext usual;
  private static SSLContext trusting;
  private static HttpServer server;
  private static LoopbackServer plain;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    usual = SSLContext.getDefault();
    trusting = trusting(certificate(folder.resolve("keys")));
    plain = LoopbackServer.neverToBeCalled();
    var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(trusting));
    https.createContext("/", exchange -> {
      try (exchange) {
        exchange.sendResponseHeaders(200, 7);
        exchange.getResponseBody().write("picture".getBytes(StandardCharsets.UTF_8));
      }
    });
    https.createContext("/down", exchange -> {
      try (exchange) {
        exchange.getResponseHeaders().set("Location", plain.url());
        exchange.sendResponseHeaders(302, -1);
      }
    });
    https.start();
    server = https;
  }

  @AfterAll
  static void close() throws IOException {
    SSLContext.setDefault(usual);
    server.stop(0);
    plain.close();
  }

  @Test
  void fetchesFromWhomTheSystemTrusts() throws IOException {
    SSLContext.setDefault(trusting);

    assertThat(fetch(allowing("127.0.0.1"), url("pictures.example", "/")))
        .isEqualTo(new Here(7, ""));
  }

  @Test
  void anUntrustedCertificateIsRefused() throws IOException {
    SSLContext.setDefault(usual);

    assertThat(fetch(allowing("127.0.0.1"), url("pictures.example", "/")))
        .isEqualTo(new Failed("pictures.example has no trusted certificate or encryption"));
  }

  @Test
  void aCertificateForAnotherNameIsNotTrusted() throws IOException {
    SSLContext.setDefault(trusting);

    assertThat(fetch(allowing("127.0.0.1"), url("other.example", "/")))
        .isEqualTo(new Failed("other.example has no trusted certificate or encryption"));
  }

  @Test
  void refusesARedirectToPlainHttp() throws IOException {
    SSLContext.setDefault(trusting);

    assertForbidden(
        fetch(allowing("127.0.0.1"), url("pictures.example", "/down")),
        "redirects from https to http");
    assertThat(plain.connections).hasValue(0);
  }

  private static String url(String host, String path) {
    return "https://" + host + ":" + server.getAddress().getPort() + path;
  }

  private static KeyStore certificate(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var making = new ProcessBuilder(List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=pictures.example",
            "-alias",
            "a",
            "-ext",
            "san=dns:pictures.example",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(WORD),
            "-keystore",
            file.toString()))
        .redirectErrorStream(true)
        .redirectOutput(file.resolveSibling("keytool.log").toFile())
        .start();
    assertThat(making.waitFor()).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var bytes = Files.newInputStream(file)) {
      keys.load(bytes, WORD);
    }
    return keys;
  }

  private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException {
    var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    ours.init(keys, WORD);
    var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    theirs.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }
}
