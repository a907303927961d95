package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

  @Test
  void shrinkToWhatTheProviderTook() throws Exception {
    var concurrencyLimit = new ConcurrencyLimit(15, 15);
    take(concurrencyLimit, 15);

    // Ten of fifteen are turned away: the provider holds five.
    for (var refused = 0; refused < 10; refused++) {
      concurrencyLimit.onRejected();
      concurrencyLimit.release();
    }

    assertThat(concurrencyLimit.size()).isEqualTo(5);
  }

  @Test
  void regrowWhileAllIsWellAndMoreSlowlyAfterGrowingTooFar() throws Exception {
    var concurrencyLimit = new ConcurrencyLimit(5, 5);
    take(concurrencyLimit, 4);
    concurrencyLimit.onRejected();
    assertThat(concurrencyLimit.size()).isEqualTo(3);

    assertThat(calmUntilGrown(concurrencyLimit)).isEqualTo(20);
    concurrencyLimit.onRejected();

    assertThat(calmUntilGrown(concurrencyLimit)).isEqualTo(40);
  }

  @Test
  void neverShrinkBelowOne() throws Exception {
    var concurrencyLimit = new ConcurrencyLimit(5, 5);
    take(concurrencyLimit, 1);

    concurrencyLimit.onRejected();

    assertThat(concurrencyLimit.size()).isEqualTo(1);
  }

  @Test
  void aNewEndpointBeginsWithOneAndOpensAtOnce() throws Exception {
    var concurrencyLimit = new ConcurrencyLimit(5, 1);
    take(concurrencyLimit, 1);
    var second = CompletableFuture.supplyAsync(() -> acquired(concurrencyLimit));

    concurrencyLimit.useAllSlots();

    assertThat(second.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aCallerWhoIsNoLongerBuyingStopsWaiting() throws Exception {
    var concurrencyLimit = new ConcurrencyLimit(1, 1);
    take(concurrencyLimit, 1);
    var wanted = new AtomicBoolean(true);
    var waiting = CompletableFuture.supplyAsync(() -> acquired(concurrencyLimit, wanted));

    wanted.set(false);
    concurrencyLimit.wake();

    assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
  }

  private static int calmUntilGrown(ConcurrencyLimit concurrencyLimit) {
    var before = concurrencyLimit.size();
    return IntStream.iterate(1, n -> n + 1)
        .peek(n -> concurrencyLimit.onAccepted())
        .filter(n -> concurrencyLimit.size() > before)
        .findFirst()
        .orElseThrow();
  }

  private static void take(ConcurrencyLimit concurrencyLimit, int places)
      throws InterruptedException {
    for (var n = 0; n < places; n++) concurrencyLimit.acquire(() -> true);
  }

  private static boolean acquired(ConcurrencyLimit concurrencyLimit) {
    return acquired(concurrencyLimit, new AtomicBoolean(true));
  }

  private static boolean acquired(ConcurrencyLimit concurrencyLimit, AtomicBoolean wanted) {
    try {
      return concurrencyLimit.acquire(wanted::get);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
