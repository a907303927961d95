package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

  @Test
  void shrinkToWhatTheVendorTook() throws Exception {
    var slots = new Slots(15, 15);
    take(slots, 15);

    // Ten of fifteen are turned away: the vendor holds five.
    for (var refused = 0; refused < 10; refused++) {
      slots.shrink();
      slots.release();
    }

    assertThat(slots.size()).isEqualTo(5);
  }

  @Test
  void regrowWhileAllIsWellAndMoreSlowlyAfterGrowingTooFar() throws Exception {
    var slots = new Slots(5, 5);
    take(slots, 4);
    slots.shrink();
    assertThat(slots.size()).isEqualTo(3);

    assertThat(calmUntilGrown(slots)).isEqualTo(20);
    slots.shrink();

    assertThat(calmUntilGrown(slots)).isEqualTo(40);
  }

  @Test
  void neverShrinkBelowOne() throws Exception {
    var slots = new Slots(5, 5);
    take(slots, 1);

    slots.shrink();

    assertThat(slots.size()).isEqualTo(1);
  }

  @Test
  void aNewEndpointBeginsWithOneAndOpensAtOnce() throws Exception {
    var slots = new Slots(5, 1);
    take(slots, 1);
    var second = CompletableFuture.supplyAsync(() -> acquired(slots));

    slots.open();

    assertThat(second.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoeverDoesNotWantAPlaceAnyMoreStopsWaiting() throws Exception {
    var slots = new Slots(1, 1);
    take(slots, 1);
    var wanted = new AtomicBoolean(true);
    var waiting = CompletableFuture.supplyAsync(() -> acquired(slots, wanted));

    wanted.set(false);
    slots.wake();

    assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
  }

  private static int calmUntilGrown(Slots slots) {
    var before = slots.size();
    return IntStream.iterate(1, n -> n + 1)
        .peek(n -> slots.well())
        .filter(n -> slots.size() > before)
        .findFirst()
        .orElseThrow();
  }

  private static void take(Slots slots, int places) throws InterruptedException {
    for (var n = 0; n < places; n++) slots.acquire(() -> true);
  }

  private static boolean acquired(Slots slots) {
    return acquired(slots, new AtomicBoolean(true));
  }

  private static boolean acquired(Slots slots, AtomicBoolean wanted) {
    try {
      return slots.acquire(wanted::get);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
