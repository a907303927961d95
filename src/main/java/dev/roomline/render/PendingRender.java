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

/** A render that was begun: perhaps known already, perhaps on its way. Equal rows share one. */
public final class PendingRender {
  private final RenderTask task;

  PendingRender(RenderTask task) {
    this.task = task;
  }

  /** The name under which the books know it. */
  public RenderKey key() {
    return task.key();
  }

  /**
   * Waits for the end of it.
   *
   * @return false if it takes longer than that
   * @throws IllegalStateException if the books could not be read or written
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

  /** How it ended, or how it stands; empty if nothing was sent for it yet. */
  public Optional<RenderResult> latestResult() {
    return Optional.ofNullable(task.latestResult());
  }

  /** Why the buying had ended before it could be sent; empty if it was sent or ended otherwise. */
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(task.stopReason());
  }

  /** For how long the provider has had it; zero if it has not accepted it or has finished. */
  public Duration timeSinceAccepted() {
    return task.timeSinceAccepted();
  }

  /** Tells the listener once, when it ends. */
  public void whenSettled(Consumer<RenderResult> listener) {
    CompletableFuture<Void> unused = task.done().thenAccept(listener);
  }
}
