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
 * Holds tasks whose photo has to be uploaded first, until the provider has it. Tasks with equal photos
 * share one upload. A task holds no slot and no worker meanwhile.
 */
final class UploadQueue {
  static final int THREADS = 4;

  /** Uploads are free, so more failures are allowed than for purchases; but not for a whole night. */
  private static final int MOST_FAILED = 12;

  private final PhotoUploader photoUploader;
  private final UploadThrottle throttle;
  private final BuyingControl buying;
  private final Next next;
  private final ScheduledThreadPoolExecutor threads;
  private final Map<String, PendingUpload> underway = new HashMap<>();
  private final AtomicInteger failedInARow = new AtomicInteger();

  /**
   * Where tasks go next.
   *
   * @param ready takes tasks whose photo the provider can fetch
   * @param unaffordable takes tasks that the budget leaves no room for
   * @param delays how long to wait after a failed upload
   */
  record Next(Consumer<RenderTask> ready, Consumer<RenderTask> unaffordable, RetryDelays delays) {}

  /** A photo to upload, and the tasks that wait for it. */
  private static final class PendingUpload {
    final Photo photo;
    final List<RenderTask> tasks = new CopyOnWriteArrayList<>();
    int failed;
    boolean uploading;

    PendingUpload(Photo photo) {
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

  /** Uploads the photo that the task needs, unless the provider has it, and passes the task on. */
  void submit(RenderTask task) {
    var photo = Objects.requireNonNull(task.photoToUpload(), "nothing to upload");
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
      passOn(task, photo, link.get());
    }
  }

  /** Expires the link of this task, as the provider could not fetch the photo from it. */
  void expireLink(RenderTask task) {
    var row = task.row();
    var link = task.link();
    if (row == null || link == null) return;
    photoUploader.expireLink(row.request().photo(), link);
    task.setPhotoUrl(null);
  }

  /** The number of tasks that wait for their photos. */
  synchronized int waiting() {
    return underway.values().stream().mapToInt(upload -> upload.tasks.size()).sum();
  }

  void close() {
    threads.shutdown();
  }

  private void send(Photo photo, RenderTask task) {
    var upload = new PendingUpload(photo);
    upload.tasks.add(task);
    underway.put(photo.identity(), upload);
    threads.execute(() -> send(upload));
  }

  private void send(PendingUpload upload) {
    if (!start(upload)) return;
    try {
      var answer = buying.isBuying() ? throttle.await(upload.tasks) : UploadThrottle.Answer.STOPPED;
      switch (answer) {
        case GO ->
          photoUploader
              .upload(upload.photo)
              .ifPresentOrElse(outcome -> onOutcome(upload, outcome), () -> settleUnsent(upload));
        case SPENT -> remove(upload, next.unaffordable());
        case STOPPED -> settleUnsent(upload);
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      remove(upload, task -> task.failAndStop(e, buying));
    }
  }

  private void onOutcome(PendingUpload upload, UploadOutcome outcome) {
    if (outcome instanceof Failed it) {
      onFailure(upload, it.reason());
      return;
    }
    failedInARow.set(0);
    if (outcome instanceof Uploaded it) {
      remove(upload, task -> passOn(task, upload.photo, it.link()));
    } else if (outcome instanceof UploadOutcome.Refused it) {
      remove(upload, task -> task.settleUnsent(new Refused(Cause.PHOTO, it.reason())));
    } else if (outcome instanceof UploadOutcome.Replaced) {
      remove(upload, task -> task.settleUnsent(ReplacedPhoto.OUTCOME));
    } else if (outcome instanceof UploadOutcome.Closed it) {
      buying.stop(StopReason.of(new EndpointUnusable(it.cause(), it.reason())));
      settleUnsent(upload);
    } else {
      retryLater(upload, Duration.ZERO); // busy: the account's pause applies
    }
  }

  private void onFailure(PendingUpload upload, String reason) {
    if (failedInARow.incrementAndGet() >= MOST_FAILED) {
      buying.stop(new Outage(
          Cause.OUTAGE, MOST_FAILED + " uploads in a row failed, the last one: " + reason));
    }
    var pause = next.delays().unsent(++upload.failed);
    if (pause.isPresent()) retryLater(upload, pause.get());
    else
      remove(
          upload,
          it -> it.settleUnsent(
              new NotSent(Cause.UNREACHABLE, "photo could not be uploaded: " + reason)));
  }

  private void retryLater(PendingUpload upload, Duration pause) {
    synchronized (this) {
      upload.uploading = false;
    }
    var unused = threads.schedule(() -> send(upload), pause.toMillis(), TimeUnit.MILLISECONDS);
    if (!buying.isBuying()) settleWaiting();
  }

  /** Settles all tasks whose upload has not begun; running uploads may finish. */
  private void settleWaiting() {
    List<PendingUpload> waiting;
    synchronized (this) {
      waiting = underway.values().stream().filter(upload -> !upload.uploading).toList();
    }
    waiting.forEach(this::settleUnsent);
  }

  private synchronized boolean start(PendingUpload upload) {
    upload.uploading = true;
    return underway.get(upload.photo.identity()) == upload;
  }

  private void passOn(RenderTask task, Photo photo, String link) {
    photoUploader.recordUse(photo, task.key());
    task.setPhotoUrl(link);
    throttle.add(task);
    next.ready().accept(task);
  }

  private void settleUnsent(PendingUpload upload) {
    remove(upload, task -> task.settleUnsent(buying.firstReason()));
  }

  private void remove(PendingUpload upload, Consumer<RenderTask> to) {
    synchronized (this) {
      underway.remove(upload.photo.identity(), upload);
    }
    upload.tasks.forEach(to);
  }
}
