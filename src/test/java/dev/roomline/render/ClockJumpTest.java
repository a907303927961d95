package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.ledger.PurchaseState;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is changed during a run, or between two. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClockJumpTest {
  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path state;

  /** A clock that jumps before each reading. */
  private static final class Jumping extends Clock {
    private final AtomicLong off = new AtomicLong();
    private final long seconds;

    Jumping(long seconds) {
      this.seconds = seconds;
    }

    @Override
    public Instant instant() {
      return Instant.now().plusSeconds(off.addAndGet(seconds));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {HOUR, DAY, -HOUR, -DAY})
  void aJumpInMidRunEndsNoPatienceAndLengthensNoWait(int seconds) throws Exception {
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(700)));
    try (var runFixture =
        openRun(provider.open(slow.withProcessingShare(1)), new Jumping(seconds))) {
      assertThat(runFixture.render("a", "b"))
          .allMatch(it ->
              it.outcome() instanceof Rendered && it.pictures() instanceof PictureStatus.Kept);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {DAY + HOUR, -DAY - HOUR})
  void aJumpInMidRunDeclaresNoPictureExpired(int seconds) throws Exception {
    try (var runFixture = openRun(provider.open(SandboxExtension.quick()), new Jumping(seconds))) {
      assertThat(RunFixture.end(runFixture.begin(2, "[sandbox 404-first 4]")).pictures())
          .isInstanceOf(PictureStatus.Kept.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {HOUR, DAY})
  void whatWasAcceptedByAClockAheadOfOursIsAskedForAtOnce(int ahead) throws Exception {
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(700)));
    var url = provider.open(slow.withProcessingShare(1));
    var offset = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead));
    try (var first =
        new RunFixture(state, url, RunFixture.patience(4, Duration.ofMillis(1)), offset)) {
      assertThat(first.render("a")).allMatch(it -> it.outcome() instanceof Accepted);
    }

    try (var next = openRun(url, Clock.systemUTC())) {
      next.renderer.resume();
      assertThat(RunFixture.end(next.begin(2, "a")).outcome()).isInstanceOf(Rendered.class);
    }
  }

  @Test
  void whatWasAcceptedLongAgoByOurClockIsAskedForOnceAndNotGivenUp() throws Exception {
    var url = provider.open(SandboxExtension.quick().withProcessingShare(1));
    var dayAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
    try (var first =
        new RunFixture(state, url, RunFixture.patience(4, Duration.ofMillis(1)), dayAgo)) {
      first.render("[sandbox processing]");
    }

    try (var next = openRun(url, Clock.systemUTC())) {
      var begun = System.nanoTime();
      next.render("[sandbox processing]");
      assertThat(next.findEntry("[sandbox processing]").orElseThrow().state())
          .isEqualTo(PurchaseState.ACCEPTED);
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(10);
    }
    assertThat(provider.billedTwice()).isEmpty();
  }

  private RunFixture openRun(URI url, Clock clock) throws InterruptedException {
    return new RunFixture(state, url, RunFixture.settings(4), clock);
  }
}
