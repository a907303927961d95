package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a call may still wait for, by a clock that the test sets. */
class CallTimeTest {
  private long nanos = Long.MAX_VALUE - 1; // System.nanoTime() may overflow at any time
  private final CallTime time = new CallTime(Duration.ofSeconds(10), () -> nanos);

  @Test
  void noWaitIsLongerThanWhatIsLeft() throws IOException {
    advance(9_700);

    assertThat(time.<Integer>spend(1_000, millis -> millis)).isEqualTo(300);
    assertThat(time.<Integer>spend(200, millis -> millis)).isEqualTo(200);
  }

  @Test
  void timeInWhichTheProcessWasSuspendedDoesNotCount() throws IOException {
    time.spend(1_000, millis -> advance(3_600_000));

    assertThat(time.left()).isEqualTo(Duration.ofSeconds(9));
    assertThat(time.isOver()).isFalse();
  }

  @Test
  void timeThatWasWaitedCounts() throws IOException {
    for (var second = 0; second < 9; second++) time.spend(1_000, this::advance);

    assertThat(time.left()).isEqualTo(Duration.ofSeconds(1));
  }

  /** The process was suspended between two reads. */
  @Test
  void whatIsThereAtOnceIsReceivedEvenWhenTheTimeIsOver() throws IOException {
    advance(3_600_000);

    assertThat(time.isOver()).isTrue();
    assertThat(time.<Integer>spend(1_000, millis -> millis)).isEqualTo(1);
    assertThat(time.<Integer>spend(1_000, millis -> millis)).isEqualTo(1);
  }

  @Test
  void anAnswerThatTricklesInEndsSoonAfterItsTimeIsOver() throws IOException {
    advance(10_000);
    for (var piece = 0; piece < 400; piece++) time.spend(1_000, millis -> advance(5));
    advance(1);

    assertThatThrownBy(() -> time.spend(1_000, this::advance))
        .isInstanceOf(SocketTimeoutException.class);
  }

  private long advance(int millis) {
    nanos += Duration.ofMillis(millis).toNanos();
    return nanos;
  }
}
