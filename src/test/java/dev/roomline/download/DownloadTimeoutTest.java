package dev.roomline.download;

import static dev.roomline.download.DownloadFixture.LONG;
import static dev.roomline.download.DownloadFixture.SHORT;
import static dev.roomline.download.DownloadFixture.fetch;
import static dev.roomline.download.DownloadFixture.patient;
import static dev.roomline.download.DownloadFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadFixture.Names;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Here;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a download waits, and what it leaves behind after a timeout. */
@Timeout(30)
class DownloadTimeoutTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final Failed LATE = new Failed("the picture was not complete after 0.3s");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", OK, OK + "Content-Length: 100\r\n\r\n", OK + "\r\npict"})
  void aSilentServerIsDisconnected(String beginning) throws Exception {
    var hungUp = new CountDownLatch(1);
    try (var server = new LoopbackServer(caller -> {
      caller.say(beginning);
      caller.waitForTheEnd();
      hungUp.countDown();
    })) {
      assertThat(fetch(patient(SHORT, LONG, server), server.url()))
          .isEqualTo(new Failed("127.0.0.1 sent nothing for 0.3s"));
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OK + "X: ", OK + "\r\n", OK + "Content-Length: 100000000\r\n\r\n"})
  void aTrickleIsCutOffAtTheDeadline(String beginning) throws Exception {
    try (var server = new LoopbackServer(caller -> {
      caller.say(beginning);
      caller.trickle("x", Integer.MAX_VALUE);
    })) {
      var settings = new DownloadSettings(
          Set.of(server.origin()), List.of(), Long.MAX_VALUE, LONG, LONG, SHORT);

      assertThat(fetch(settings, server.url())).isEqualTo(LATE);
    }
  }

  @Test
  void redirectsShareTheDeadline() throws Exception {
    try (var server = new LoopbackServer(caller -> {
      caller.trickle("\r\n", 6);
      caller.say("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
    })) {
      assertThat(fetch(patient(LONG, SHORT, server), server.url())).isEqualTo(LATE);
    }
  }

  @Test
  void aSlowPictureIsWaitedFor() throws Exception {
    try (var server = new LoopbackServer(caller -> {
      caller.say(OK + "Content-Length: 90\r\n\r\n");
      caller.trickle("abc", 30);
    })) {
      assertThat(fetch(patient(SHORT, LONG, server), server.url())).isEqualTo(new Here(90, ""));
    }
  }

  @Test
  void aNameLookupWithoutAnAnswerEndsSoon() throws Exception {
    var never = new CountDownLatch(1);
    var settings = new DownloadSettings(Set.of(), List.of(), 1, SHORT, LONG, LONG);
    var names = new Names("127.0.0.1") {
      @Override
      public InetAddress[] resolve(String host) {
        try {
          never.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return new InetAddress[0];
      }
    };

    assertThat(fetch(settings, names, "https://slow.example/"))
        .isEqualTo(new Failed("the address of slow.example was not found in time"));
    never.countDown();
  }

  @Test
  void anInterruptedFetchHangsUpAndKeepsTheInterrupt() throws Exception {
    var halfway = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var hungUp = new CountDownLatch(1);
    try (var server = new LoopbackServer(caller -> {
          caller.say(OK + "Content-Length: 100\r\n\r\npict");
          halfway.countDown();
          interrupted.await();
          try {
            caller.say("ure"); // unless the client has closed the connection
            caller.waitForTheEnd();
          } finally {
            hungUp.countDown();
          }
        });
        var downloader = new Downloader(trusting(server))) {
      var fetching = new FutureTask<>(
          () -> List.of(downloader.fetch(server.url(), folder.resolve("a")), Thread.interrupted()));
      var caller = new Thread(fetching);
      caller.start();
      halfway.await();
      caller.interrupt();
      interrupted.countDown();

      assertThat(fetching.get())
          .containsExactly(new Failed("the download was stopped because the run is ending"), true);
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aThreadThatIsInterruptedAlreadyFetchesNothing() throws Exception {
    try (var server = LoopbackServer.with("picture")) {
      Thread.currentThread().interrupt();
      var download = fetch(trusting(server), server.url());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(download).isInstanceOf(Failed.class);
      assertThat(server.connections).hasValue(0);
    }
  }

  /** Three times as many as there are connections. */
  @Test
  void whatEndsBadlyGivesItsConnectionBack() throws Exception {
    try (var bad = LoopbackServer.saying(OK + "Content-Length: 100000\r\n\r\n");
        var good = LoopbackServer.with("picture");
        var downloader = new Downloader(trusting(bad, good))) {
      for (var i = 0; i < 100; i++) downloader.fetch(bad.url(), folder.resolve("a"));

      assertThat(downloader.fetch(good.url(), folder.resolve("a")))
          .isEqualTo(new Here(7, "image/png"));
    }
  }

  @Test
  void moreFetchesThanConnectionsWaitNoLongerThanTheirDeadline() throws Exception {
    try (var server = new LoopbackServer(LoopbackServer.Caller::waitForTheEnd);
        var downloader = new Downloader(patient(LONG, SHORT, server))) {
      assertThat(atOnce(40, downloader, server)).hasSize(40).containsOnly(LATE);
    }
  }

  @Test
  void sixteenFetchesGoOnAtOnce() throws Exception {
    var allHere = new CountDownLatch(16);
    try (var server = new LoopbackServer(caller -> {
          allHere.countDown();
          allHere.await();
          caller.say(OK + "Content-Length: 2\r\n\r\nok");
        });
        var downloader = new Downloader(trusting(server))) {
      assertThat(atOnce(16, downloader, server)).hasSize(16).containsOnly(new Here(2, ""));
    }
  }

  @Test
  void aConnectionIsUsedAgainAndSoonClosed() throws Exception {
    var asked = new AtomicBoolean();
    var hungUp = new CountDownLatch(1);
    try (var server = new LoopbackServer(caller -> {
          caller.say(OK + "Content-Length: 2\r\n\r\nok");
          if (!asked.compareAndSet(false, true)) {
            caller.waitForTheEnd();
            hungUp.countDown();
          }
        });
        var downloader = new Downloader(trusting(server))) {
      downloader.fetch(server.url(), folder.resolve("a"));
      downloader.fetch(server.url(), folder.resolve("a"));

      assertThat(server.connections).hasValue(1);
      assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closingEndsRunningDownloads() throws Exception {
    var halfway = new CountDownLatch(1);
    try (var server = new LoopbackServer(caller -> {
      halfway.countDown();
      caller.waitForTheEnd();
    })) {
      var downloader = new Downloader(trusting(server));
      var fetching = new FutureTask<>(() -> downloader.fetch(server.url(), folder.resolve("a")));
      new Thread(fetching).start();
      halfway.await();
      downloader.close();

      assertThat(fetching.get()).isInstanceOf(Failed.class);
      assertThat(downloader.fetch(server.url(), folder.resolve("a")))
          .isEqualTo(new Failed("the download was stopped because the run is ending"));
    }
  }

  private List<DownloadResult> atOnce(int number, Downloader downloader, LoopbackServer server)
      throws Exception {
    var threads = Executors.newFixedThreadPool(number);
    try {
      var calls = new ArrayList<Callable<DownloadResult>>();
      for (var i = 0; i < number; i++) {
        var file = folder.resolve("" + i);
        calls.add(() -> downloader.fetch(server.url(), file));
      }
      var fetched = new ArrayList<DownloadResult>();
      for (var one : threads.invokeAll(calls)) fetched.add(one.get());
      return fetched;
    } finally {
      threads.shutdownNow();
    }
  }
}
