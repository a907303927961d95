package dev.roomline.download;

import static dev.roomline.download.DownloadFixture.allowing;
import static dev.roomline.download.DownloadFixture.assertForbidden;
import static dev.roomline.download.DownloadFixture.fetch;
import static dev.roomline.download.DownloadFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadFixture.Names;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Forbidden;
import dev.roomline.download.DownloadResult.Here;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which private addresses are allowed, and which address is connected to. */
class PrivateAddressTest {
  private static final Here PICTURE = new Here(7, "image/png");

  @Test
  void theEndpointMayLiveOnLoopback() throws IOException {
    try (var server = LoopbackServer.with("picture")) {
      assertThat(fetch(trusting(server), server.url())).isEqualTo(PICTURE);
    }
  }

  @Test
  void itsNeighbourOnLoopbackMayNot() throws IOException {
    try (var server = LoopbackServer.with("picture");
        var canary = LoopbackServer.neverToBeCalled()) {
      assertForbidden(fetch(trusting(server), canary.url()), "127.0.0.1 is a loopback address");
      assertThat(canary.connections).hasValue(0);
    }
  }

  @Test
  void theEndpointByAnotherNameIsNotTrusted() throws IOException {
    try (var canary = LoopbackServer.neverToBeCalled()) {
      var url = "http://localhost:" + canary.port() + "/";

      assertThat(fetch(trusting(canary), url)).isInstanceOf(Forbidden.class);
      assertThat(canary.connections).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.0/8", "127.0.0.1", "127.0.0.1/32", "0.0.0.0/0"})
  void theJobFileMayAllowAddresses(String entry) throws IOException {
    try (var server = LoopbackServer.with("picture")) {
      assertThat(fetch(allowing(entry), server.url())).isEqualTo(PICTURE);
      assertThat(fetch(allowing(entry), "http://nas.example:" + server.port())).isEqualTo(PICTURE);
    }
  }

  @Test
  void theJobFileMayAllowANameOfThisMachine() throws IOException {
    try (var server = LoopbackServer.with("picture")) {
      assertThat(fetch(allowing("localhost"), "http://LOCALHOST:" + server.port() + "/"))
          .isEqualTo(PICTURE);
    }
  }

  @Test
  void theServerIsAskedByItsName() throws IOException {
    try (var server = LoopbackServer.with("picture")) {
      fetch(allowing("my_nas.example"), "http://my_nas.example:" + server.port() + "//a?b=%2F");

      assertThat(server.requestHeads)
          .singleElement()
          .asString()
          .startsWith("GET //a?b=%2F HTTP/1.1\r\n")
          .contains("Host: my_nas.example:" + server.port() + "\r\n");
    }
  }

  /** 127.0.0.2 is allowed, 127.0.0.1 is not: a second lookup of the name leads to the canary. */
  @Test
  void aNameThatMovesBetweenTheLooksIsAskedOnlyOnce() throws IOException {
    try (var canary = LoopbackServer.neverToBeCalled()) {
      var names = new Names("127.0.0.2", "127.0.0.1");
      var url = "http://rebinding.example:" + canary.port() + "/";

      assertThat(fetch(allowing("127.0.0.2"), names, url)).isInstanceOf(Failed.class);
      assertThat(names.asked).hasValue(1);
      assertThat(canary.connections).hasValue(0);
    }
  }

  @Test
  void aNameThatMovedSinceTheLastFetchIsJudgedAfresh() throws IOException {
    try (var canary = LoopbackServer.neverToBeCalled()) {
      var names = new Names("127.0.0.2", "127.0.0.1");
      var url = "http://rebinding.example:" + canary.port() + "/";
      var settings = allowing("127.0.0.2");
      fetch(settings, names, url);

      assertForbidden(fetch(settings, names, url), "resolves to 127.0.0.1, which is a loopback");
      assertThat(canary.connections).hasValue(0);
    }
  }

  @Test
  void aNameThatMovesDuringARedirectIsRefused() throws IOException {
    try (var server = LoopbackServer.redirectingTo("/again")) {
      var url = "http://rebinding.example:" + server.port() + "/";

      assertForbidden(
          fetch(allowing("127.0.0.1"), new Names("127.0.0.1", "10.0.0.1"), url), "10.0.0.1");
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void aNameWithOneBadAddressIsNotConnectedToAtAll() throws IOException {
    try (var canary = LoopbackServer.neverToBeCalled()) {
      var url = "http://mixed.example:" + canary.port() + "/";

      assertForbidden(
          fetch(allowing("127.0.0.1"), new Names("127.0.0.1 169.254.169.254"), url), "metadata");
      assertThat(canary.connections).hasValue(0);
    }
  }

  @Test
  void theNextAddressIsTriedWhereOneIsDead() throws IOException {
    try (var server = LoopbackServer.with("picture")) {
      var url = "http://nas.example:" + server.port() + "/";

      assertThat(fetch(allowing("127.0.0.0/8"), new Names("127.0.0.2 127.0.0.1"), url))
          .isEqualTo(PICTURE);
    }
  }

  @Test
  void anUnknownNameMayBecomeKnown() throws IOException {
    assertThat(fetch(allowing(), new Names(""), "https://nowhere.example/"))
        .isEqualTo(new Failed("unknown host name nowhere.example"));
  }

  @Test
  void noProxyOfTheSystemIsAsked() throws IOException {
    var usual = ProxySelector.getDefault();
    try (var server = LoopbackServer.with("picture");
        var proxy = LoopbackServer.neverToBeCalled()) {
      ProxySelector.setDefault(new EverythingThrough(proxy));

      assertThat(fetch(trusting(server), server.url())).isEqualTo(PICTURE);
      assertThat(proxy.connections).hasValue(0);
    } finally {
      ProxySelector.setDefault(usual);
    }
  }

  @Test
  void settingsAreReadWithTheEndpointsUsualPort() throws IOException {
    var settings = DownloadSettings.usual(Set.of("https://Render.example:443/"), List.of());

    assertThat(AllowList.of(settings.trustedOrigins(), List.of()).origins())
        .containsExactly("https://render.example");
  }

  /** A system whose every connection goes through one proxy. */
  private static final class EverythingThrough extends ProxySelector {
    private final Proxy proxy;

    EverythingThrough(LoopbackServer server) {
      proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", server.port()));
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(proxy);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }
}
