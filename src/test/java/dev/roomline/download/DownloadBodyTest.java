package dev.roomline.download;

import static dev.roomline.download.DownloadFixture.MAX_BYTES;
import static dev.roomline.download.DownloadFixture.assertForbidden;
import static dev.roomline.download.DownloadFixture.fetch;
import static dev.roomline.download.DownloadFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.StorageException;
import dev.roomline.download.DownloadResult.Absent;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Here;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back, whole or not. */
class DownloadBodyTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  @TempDir
  Path folder;

  @Test
  void thePictureIsInTheFileAndNothingElse() throws IOException {
    var file = Files.writeString(folder.resolve("a"), "something longer that was there before");
    try (var server = LoopbackServer.with("picture");
        var downloader = new Downloader(trusting(server))) {
      assertThat(downloader.fetch(server.url(), file)).isEqualTo(new Here(7, "image/png"));
      assertThat(file).hasContent("picture");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHUNKED + "4\r\npict\r\n3;x=y\r\nure\r\n0\r\n\r\n",
        CHUNKED + "7\r\npicture\r\n0\r\nTrailer: x\r\n\r\n",
        OK + "Content-Encoding: identity\r\nContent-Length: 7\r\n\r\npicture",
        "HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 7\r\n\r\npicture",
        OK + "Content-Length: 7\r\n\r\npicture and more than was said"
      })
  void aWholeBodyIsHere(String answer) throws IOException {
    try (var server = LoopbackServer.saying(answer)) {
      assertThat(fetch(trusting(server), server.url())).isEqualTo(new Here(7, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0 200 OK\r\n\r\npicture", OK + "\r\npicture"})
  void aBodyWithoutLengthEndsWithTheConnection(String answer) throws IOException {
    try (var server = LoopbackServer.breakingOffAfter(answer)) {
      assertThat(fetch(trusting(server), server.url())).isEqualTo(new Here(7, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTT",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "nonsense\r\n\r\n",
        OK,
        OK + "Content-Length: 100\r\n",
        OK + "Content-Length: 100\r\n\r\npicture",
        OK + "Content-Length: 0\r\n\r\n",
        OK + "\r\n",
        OK + "Content-Length: x\r\n\r\npicture",
        OK + "Content-Length: -1\r\n\r\npicture",
        CHUNKED,
        CHUNKED + "7\r\npict",
        CHUNKED + "7\r\npicture\r\n",
        CHUNKED + "zz\r\npicture\r\n",
        CHUNKED + "-1\r\npicture\r\n",
        OK + "Transfer-Encoding: gzip, chunked\r\n\r\n7\r\npicture\r\n0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 206 Partial Content\r\nContent-Length: 7\r\n\r\npicture",
        "HTTP/1.1 304 Not Modified\r\n\r\n",
        "HTTP/1.1 300 Multiple Choices\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n",
        "HTTP/2.0 200 OK\r\nContent-Length: 7\r\n\r\npicture"
      })
  void halfAnAnswerOrNoneFails(String answer) throws IOException {
    try (var server = LoopbackServer.breakingOffAfter(answer)) {
      assertThat(fetch(trusting(server), server.url()))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.reason()).startsWith("127.0.0.1 "));
    }
  }

  @Test
  void aResetFails() throws IOException {
    try (var server = new LoopbackServer(caller -> {
      caller.say(OK + "Content-Length: 100\r\n\r\npict");
      caller.socket.setSoLinger(true, 0);
      caller.socket.close();
    })) {
      assertThat(fetch(trusting(server), server.url())).isInstanceOf(Failed.class);
    }
  }

  @Test
  void anUnusedPortFails() throws IOException {
    var server = LoopbackServer.with("picture");
    server.close();

    assertThat(fetch(trusting(server), server.url()))
        .isEqualTo(new Failed("127.0.0.1 accepts no connection"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 451})
  void whatAWellServerDoesNotGiveIsAbsent(int status) throws IOException {
    try (var server =
        LoopbackServer.saying("HTTP/1.1 " + status + " <b>\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(fetch(trusting(server), server.url()))
          .isEqualTo(new Absent(status, "127.0.0.1 answered " + status));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void whatAnUnwellServerDoesNotGiveMayComeYet(int status) throws IOException {
    try (var server =
        LoopbackServer.saying("HTTP/1.1 " + status + " <b>\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(fetch(trusting(server), server.url()))
          .isEqualTo(new Failed("127.0.0.1 answered " + status));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {MAX_BYTES + 1, 1L << 30, Long.MAX_VALUE})
  void anAnnouncedGiantIsNotReadAtAll(long size) throws IOException {
    try (var server = LoopbackServer.saying(OK + "Content-Length: " + size + "\r\n\r\n")) {
      assertForbidden(fetch(trusting(server), server.url()), "is larger than 1000 bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OK + "\r\n", CHUNKED + "fffffff\r\n"})
  void anUnannouncedGiantIsCutOff(String head) throws IOException {
    try (var server = new LoopbackServer(caller -> {
      caller.say(head);
      while (true) caller.say("x".repeat(16_384));
    })) {
      assertForbidden(fetch(trusting(server), server.url()), "is larger than 1000 bytes");
    }
  }

  @Test
  void theLargestPictureIsStillOne() throws IOException {
    try (var server = LoopbackServer.with("x".repeat((int) MAX_BYTES))) {
      assertThat(fetch(trusting(server), server.url())).isEqualTo(new Here(MAX_BYTES, "image/png"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip"})
  void whatComesPackedIsNotUnpacked(String encoding) throws IOException {
    try (var server = LoopbackServer.saying(
        OK + "Content-Encoding: " + encoding + "\r\nContent-Length: 4\r\n\r\nbomb")) {
      assertForbidden(fetch(trusting(server), server.url()), "the picture is compressed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: ", "", " "})
  void aHeadWithoutEndIsCutOff(String line) throws IOException {
    try (var server = new LoopbackServer(caller -> {
      caller.say(OK + line);
      while (true) caller.say("x".repeat(16_384));
    })) {
      assertThat(fetch(trusting(server), server.url())).isInstanceOf(Failed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "HTTP/1.1 100 Continue\r\n\r\n"})
  void aHeadOfEndlessLinesIsCutOff(String line) throws IOException {
    try (var server = new LoopbackServer(caller -> {
      if (!line.startsWith("HTTP")) caller.say(OK);
      while (true) caller.say(line);
    })) {
      var settings = DownloadFixture.patient(DownloadFixture.LONG, DownloadFixture.SHORT, server);

      assertThat(fetch(settings, server.url())).isInstanceOf(Failed.class);
    }
  }

  @Test
  void whatTheServerCallsItIsShownOnOneLine() throws IOException {
    try (var server = LoopbackServer.saying(
        OK + "Content-Type: " + "a".repeat(200) + "\u0007\r\nContent-Length: 1\r\n\r\nx")) {
      var here = (Here) fetch(trusting(server), server.url());

      assertThat(here.contentType()).hasSizeLessThan(100).startsWith("aaa");
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNotTakenForTheNetwork() throws IOException {
    try (var server = LoopbackServer.with("picture");
        var downloader = new Downloader(trusting(server))) {
      assertThatThrownBy(() -> downloader.fetch(server.url(), folder.resolve("none/a")))
          .isInstanceOf(StorageException.class);
    }
  }
}
