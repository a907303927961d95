package dev.roomline.download;

import static dev.roomline.download.DownloadFixture.assertForbidden;
import static dev.roomline.download.DownloadFixture.fetch;
import static dev.roomline.download.DownloadFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadResult.Absent;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Forbidden;
import dev.roomline.download.DownloadResult.Here;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first server is trusted; the target of a redirect is checked like any other address. */
class RedirectTest {

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsAllKinds(int status) throws IOException {
    try (var end = LoopbackServer.with("picture");
        var start = LoopbackServer.saying("HTTP/1.1 " + status + " Moved\r\nLocation: " + end.url()
            + "\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(fetch(trusting(start, end), start.url())).isEqualTo(new Here(7, "image/png"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "//169.254.169.254/latest/meta-data/",
        "http://metadata.google.internal/",
        "http://localhost/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://user@good.example/",
        "file:///etc/passwd",
        "ftp://good.example/",
        "jar:file:///a!/b",
        "data:image/png;base64,AAAA",
        "http://good.example/a b",
        "\\\\good.example\\a",
        "https:/good.example/",
        "http://good.example:0/",
        "http://10.0.0.1/",
        "http://home.example/"
      })
  void refusesToBeLedInwards(String location) throws IOException {
    try (var start = LoopbackServer.redirectingTo(location)) {
      assertThat(fetch(trusting(start), start.url())).isInstanceOf(Forbidden.class);
      assertThat(start.connections).hasValue(1);
    }
  }

  @Test
  void refusesAnotherPortOfTheTrustedHost() throws IOException {
    try (var canary = LoopbackServer.neverToBeCalled();
        var start = LoopbackServer.redirectingTo(canary.url())) {
      assertForbidden(fetch(trusting(start), start.url()), "127.0.0.1 is a loopback address");
      assertThat(canary.connections).hasValue(0);
    }
  }

  @Test
  void refusesTheTrustedPortUnderAnotherScheme() throws IOException {
    try (var canary = LoopbackServer.neverToBeCalled();
        var start = LoopbackServer.redirectingTo(canary.url().replace("http:", "https:"))) {
      assertThat(fetch(trusting(start, canary), start.url())).isInstanceOf(Forbidden.class);
      assertThat(canary.connections).hasValue(0);
    }
  }

  @Test
  void followsThreeRedirects() throws IOException {
    try (var start = countdown(3)) {
      assertThat(fetch(trusting(start), start.origin() + "/3")).isEqualTo(new Here(2, ""));
    }
  }

  @Test
  void refusesTheFourth() throws IOException {
    try (var start = countdown(4)) {
      assertForbidden(fetch(trusting(start), start.origin() + "/4"), "redirects more than 3 times");
      assertThat(start.requestHeads).hasSize(4);
    }
  }

  @Test
  void refusesToRunInCircles() throws IOException {
    try (var start = LoopbackServer.redirectingTo("/a.png")) {
      assertForbidden(fetch(trusting(start), start.url()), "redirects more than 3 times");
    }
  }

  @Test
  void aRedirectWithoutLocationFails() throws IOException {
    try (var start = LoopbackServer.saying("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(fetch(trusting(start), start.url()))
          .isEqualTo(new Failed("127.0.0.1 answered 302 without a target"));
    }
  }

  @Test
  void theBodyOfARedirectIsNotRead() throws IOException {
    try (var end = LoopbackServer.with("picture");
        var start = LoopbackServer.saying("HTTP/1.1 302 Found\r\nLocation: " + end.url()
            + "\r\nContent-Length: 100000000000\r\n\r\n")) {
      assertThat(fetch(trusting(start, end), start.url())).isEqualTo(new Here(7, "image/png"));
    }
  }

  @Test
  void anEndAfterARedirectIsTheEnd() throws IOException {
    try (var end = LoopbackServer.saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        var start = LoopbackServer.redirectingTo(end.url())) {
      assertThat(fetch(trusting(start, end), start.url()))
          .isEqualTo(new Absent(404, "127.0.0.1 answered 404"));
    }
  }

  @Test
  void nothingIsCarriedAlong() throws IOException {
    try (var end = LoopbackServer.with("picture");
        var start = LoopbackServer.saying("HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: "
            + end.url() + "\r\nContent-Length: 0\r\n\r\n")) {
      fetch(trusting(start, end), start.url() + "?X-Amz-Signature=secret");

      assertThat(end.requestHeads)
          .containsExactly("GET /a.png HTTP/1.1\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
              + "User-Agent: Roomline\r\nHost: 127.0.0.1:" + end.port()
              + "\r\nConnection: keep-alive\r\n\r\n");
    }
  }

  /** Leads from /3 to /2 and so on, and at /0 there is a picture. */
  private static LoopbackServer countdown(int from) throws IOException {
    var left = new AtomicInteger(from);
    return new LoopbackServer(caller -> {
      var now = left.getAndDecrement();
      caller.say(
          now == 0
              ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
              : "HTTP/1.1 302 Found\r\nLocation: " + (now - 1) + "\r\nContent-Length: 0\r\n\r\n");
    });
  }
}
