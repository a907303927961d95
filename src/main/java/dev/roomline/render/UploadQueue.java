package dev.roomline.render;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.endpoint.UploadOutcome;
import dev.roomline.endpoint.UploadOutcome.Failed;
import dev.roomline.endpoint.UploadOutcome.Uploaded;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.render.limits.RetryDelays;
import dev.roomline.render.limits.StopReason;
import dev.roomline.render.limits.StopReason.Outage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The station before the workers: a turn whose photo lies only here waits until the provider has it.
 * Turns with equal photos share one upload. It holds no slot and no worker meanwhile.
 */
final class UploadQueue {
  static final int THREADS = 4;

  /** Uploads are free, so more is borne than of purchases; but an outage should not take all night. */
  private static final int MOST_FAILED = 12;

  private final PhotoUploader photoUploader;
  private final UploadThrottle throttle;
  private final BuyingControl buying;
  private final Next next;
  private final ScheduledThreadPoolExecutor threads;
  private final Map<String, Parcel> underway = new HashMap<>();
  private final AtomicInteger failedInARow = new AtomicInteger();

  /**
   * Where turns go from here.
   *
   * @param ready those whose photo the provider can fetch
   * @param unaffordable those that the budget has no render for
   * @param delays how long a failed upload is left alone
   */
  record Next(Consumer<RenderTask> ready, Consumer<RenderTask> unaffordable, RetryDelays delays) {}

  /** A photo on its way, and the turns that wait for it. */
  private static final class Parcel {
    final Photo photo;
    final List<RenderTask> tasks = new CopyOnWriteArrayList<>();
    int failed;
    boolean inHand;

    Parcel(Photo photo) {
      this.photo = photo;
    }
  }

  UploadQueue(
      PhotoUploader photoUploader, UploadThrottle throttle, BuyingControl buying, Next next) {
    this.photoUploader = photoUploader;
    this.throttle = throttle;
    this.buying = buying;
    this.next = next;
    this.threads = new ScheduledThreadPoolExecutor(THREADS, DaemonThreads.numbered("upload"));
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    buying.onStop(this::settleWaiting);
  }

  /** Uploads the photo that the turn needs, unless the provider has it, and hands the turn on. */
  void submit(RenderTask task) {
    var photo = Objects.requireNonNull(task.unsentPhoto(), "nothing to upload");
    synchronized (this) {
      if (!buying.isBuying()) {
        task.settleUnsent(buying.firstReason());
        return;
      }
      var shared = underway.get(photo.identity());
      if (shared != null) {
        shared.tasks.add(task);
        return;
      }
      var link = photoUploader.known(photo);
      if (link.isEmpty()) {
        send(photo, task);
        return;
      }
      handOn(task, photo, link.get());
    }
  }

  /** The provider could not fetch the photo that was uploaded for this turn. */
  void expireLink(RenderTask task) {
    var row = task.row();
    var link = task.link();
    if (row == null || link == null) return;
    photoUploader.expireLink(row.request().photo(), link);
    task.photoAt(null);
  }

  /** Turns that wait for their photos. */
  synchronized int waiting() {
    return underway.values().stream().mapToInt(parcel -> parcel.tasks.size()).sum();
  }

  void close() {
    threads.shutdown();
  }

  private void send(Photo photo, RenderTask task) {
    var parcel = new Parcel(photo);
    parcel.tasks.add(task);
    underway.put(photo.identity(), parcel);
    threads.execute(() -> send(parcel));
  }

  private void send(Parcel parcel) {
    if (!takeUp(parcel)) return;
    try {
      var answer = buying.isBuying() ? throttle.await(parcel.tasks) : UploadThrottle.Answer.CLOSED;
      switch (answer) {
        case GO ->
          photoUploader
              .upload(parcel.photo)
              .ifPresentOrElse(outcome -> onOutcome(parcel, outcome), () -> settleUnsent(parcel));
        case SPENT -> leave(parcel, next.unaffordable());
        case CLOSED -> settleUnsent(parcel);
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      leave(parcel, task -> task.failAndStop(e, buying));
    }
  }

  private void onOutcome(Parcel parcel, UploadOutcome outcome) {
    if (outcome instanceof Failed it) {
      failed(parcel, it.reason());
      return;
    }
    failedInARow.set(0);
    if (outcome instanceof Uploaded it) {
      leave(parcel, task -> handOn(task, parcel.photo, it.link()));
    } else if (outcome instanceof UploadOutcome.Refused it) {
      leave(parcel, task -> task.settleUnsent(new Refused(Cause.PHOTO, it.reason())));
    } else if (outcome instanceof UploadOutcome.Closed it) {
      buying.stop(StopReason.of(new EndpointUnusable(it.cause(), it.reason())));
      settleUnsent(parcel);
    } else {
      later(parcel, Duration.ZERO); // busy: its pause is the account's
    }
  }

  private void failed(Parcel parcel, String words) {
    if (failedInARow.incrementAndGet() >= MOST_FAILED) {
      buying.stop(new Outage(
          Cause.OUTAGE, MOST_FAILED + " uploads in a row failed, the last one: " + words));
    }
    var pause = next.delays().unsent(++parcel.failed);
    if (pause.isPresent()) later(parcel, pause.get());
    else
      leave(
          parcel,
          it -> it.settleUnsent(
              new NotSent(Cause.UNREACHABLE, "photo could not be uploaded: " + words)));
  }

  private void later(Parcel parcel, Duration pause) {
    synchronized (this) {
      parcel.inHand = false;
    }
    var unused = threads.schedule(() -> send(parcel), pause.toMillis(), TimeUnit.MILLISECONDS);
    if (!buying.isBuying()) settleWaiting();
  }

  /** Nothing waits any longer; what is on its way may still arrive. */
  private void settleWaiting() {
    List<Parcel> waiting;
    synchronized (this) {
      waiting = underway.values().stream().filter(parcel -> !parcel.inHand).toList();
    }
    waiting.forEach(this::settleUnsent);
  }

  private synchronized boolean takeUp(Parcel parcel) {
    parcel.inHand = true;
    return underway.get(parcel.photo.identity()) == parcel;
  }

  private void handOn(RenderTask task, Photo photo, String link) {
    photoUploader.use(photo, task.key());
    task.photoAt(link);
    throttle.add(task);
    next.ready().accept(task);
  }

  private void settleUnsent(Parcel parcel) {
    leave(parcel, task -> task.settleUnsent(buying.firstReason()));
  }

  private void leave(Parcel parcel, Consumer<RenderTask> to) {
    synchronized (this) {
      underway.remove(parcel.photo.identity(), parcel);
    }
    parcel.tasks.forEach(to);
  }
}
