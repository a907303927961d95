package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.StopReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A render that was begun; it may be settled already. Equal rows share one. */
public final class PendingRender {
  private final RenderTask task;

  PendingRender(RenderTask task) {
    this.task = task;
  }

  /** Its key in the ledger. */
  public RenderKey key() {
    return task.key();
  }

  /**
   * Waits until it is settled.
   *
   * @return false if it is not settled within that time
   * @throws IllegalStateException if the ledger could not be read or written
   */
  public boolean settles(Duration within) throws InterruptedException {
    try {
      task.done().get(within.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** How it ended, or the result to report if the run stopped now; empty if nothing was sent. */
  public Optional<RenderResult> latestResult() {
    return Optional.ofNullable(task.latestResult());
  }

  /** The stop reason that kept it from being sent; empty if it was sent or ended otherwise. */
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(task.stopReason());
  }

  /** The time since the provider accepted it; zero if it did not accept it, or has finished. */
  public Duration timeSinceAccepted() {
    return task.timeSinceAccepted();
  }

  /** Calls the listener once, when it is settled. */
  public void whenSettled(Consumer<RenderResult> listener) {
    CompletableFuture<Void> unused = task.done().thenAccept(listener);
  }
}
