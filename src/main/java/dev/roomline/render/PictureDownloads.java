package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderTicket;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.images.PictureStore;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.PurchaseMeaning.Category;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.AccountLimits;
import dev.roomline.render.limits.BuyingControl;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the pictures of paid renders to the shelf, holding neither slot nor pace. Links die, so
 * buying pauses while too many renders wait for their pictures: {@value #MOST_WAITING}, or twice as
 * many as may be in flight, as all of these may come at once.
 */
final class PictureDownloads {
  static final int MOST_WAITING = 256;

  private final Ledger ledger;
  private final PictureStore pictureStore;
  private final SourcePhotos photos;
  private final EndpointClient endpoint;
  private final AccountLimits limits;
  private final BuyingControl buying;
  private final RenderSettings settings;
  private final WorkerPool workers;
  private final Backlog backlog;
  private final Map<RenderTask, PictureSearch> hunts = new ConcurrentHashMap<>();

  PictureDownloads(
      Ledger ledger,
      PictureStore pictureStore,
      EndpointClient endpoint,
      AccountLimits limits,
      BuyingControl buying,
      RenderSettings settings) {
    this.ledger = ledger;
    this.pictureStore = pictureStore;
    this.photos = new SourcePhotos(ledger.pictures(), pictureStore, settings.keeping());
    this.endpoint = endpoint;
    this.limits = limits;
    this.buying = buying;
    this.settings = settings;
    this.backlog = new Backlog(Math.max(MOST_WAITING, 2 * settings.limits().inFlight()));
    this.workers = new WorkerPool(settings.keeping().atOnce(), this::advance);
    buying.onStop(this::abandonAll);
  }

  /** Settles a rendered turn once its pictures are here, or it is clear that they are not. */
  void keep(RenderTask task, RenderResult result) {
    if (isDone(task, result)) {
      task.settle(result);
      return;
    }
    task.update(result);
    var render = ((Rendered) result.outcome()).render();
    var search =
        new PictureSearch(render, result.pictures() instanceof Gone || isOld(task, result));
    var here = here(result);
    if (here != null) search.found(here.pictures());
    if (hunts.put(task, search) == null) backlog.add();
    if (!buying.isAbandoned()) {
      workers.submit(task);
      return;
    }
    leave(task);
    task.settle(result);
  }

  /** Renders that wait for their pictures, and others that soon will. */
  Backlog backlog() {
    return backlog;
  }

  private boolean isOld(RenderTask task, RenderResult result) {
    var at = result.at();
    return !task.wasAnswered()
        && at != null
        && at.isBefore(ledger.time().minus(PictureSearch.LINKS_LIVE));
  }

  /** Waits while too many pictures are waited for; false if nothing is bought any more. */
  boolean waitForRoom() throws InterruptedException {
    return backlog.awaitRoom(buying::isBuying);
  }

  void close() {
    workers.close();
  }

  private boolean isDone(RenderTask task, RenderResult result) {
    var category = result.meaning().kind();
    if (category == Category.BUY_AGAIN || category == Category.PICTURE_REJECTED) return true;
    var here = here(result);
    return here != null && !wantsPhoto(task, here);
  }

  /** What is kept of it; null unless all its pictures are still on the shelf. */
  private @Nullable Kept here(RenderResult result) {
    return result.pictures() instanceof Kept kept
            && kept.pictures().stream().allMatch(pictureStore::has)
        ? kept
        : null;
  }

  /** It was kept for no row of that day, or the photo is gone from the shelf. */
  private boolean wantsPhoto(RenderTask task, Kept kept) {
    if (wanted(task) == null) return false;
    var photo = kept.photo();
    return photo == null ? !kept.photoSought() : !pictureStore.has(photo);
  }

  private void advance(RenderTask task) {
    var search = hunts.get(task);
    if (search == null) return;
    try {
      for (var place : search.missing())
        search.came(place, pictureStore.fetch(search.address(place)));
      if (task.done().isDone()) leave(task);
      else if (search.complete()) finish(task, search, kept(task, search));
      else goOn(task, search);
    } catch (InterruptedException | RuntimeException | Error e) {
      failAndStop(task, e);
    }
  }

  private void failAndStop(RenderTask task, Throwable cause) {
    leave(task);
    task.failAndStop(cause, buying);
  }

  private void goOn(RenderTask task, PictureSearch search) throws InterruptedException {
    switch (search.next(settings.patience())) {
      case LOOK_LATER -> workers.schedule(task, settings.delays().picture());
      case ASK_FOR_NEW_ADDRESSES -> {
        search.moved(askAgain(search));
        workers.submit(task);
      }
      case TRY_THE_SPARES -> {
        search.trySpares();
        workers.submit(task);
      }
      case GIVE_UP -> {
        var rendered = Objects.requireNonNull(latestResult(task).at());
        finish(task, search, search.given(rendered, task.wasAnswered() ? rendered : ledger.time()));
      }
    }
  }

  /** The render as the provider tells of it now; as it was known, where it tells nothing. */
  private Render askAgain(PictureSearch search) throws InterruptedException {
    var id = Objects.requireNonNull(search.render().requestId());
    if (!limits.turnToPoll()) return search.render();
    var answer = endpoint.collecting(new RenderTicket(id, null, Duration.ZERO)).ask();
    return answer instanceof Rendered again ? again.render() : search.render();
  }

  private Kept kept(RenderTask task, PictureSearch search) {
    var wanted = wanted(task);
    var photo = wanted == null ? null : photos.keep(wanted);
    var pictures = search.pictures();
    var checks = new LinkedHashSet<String>();
    for (var picture : pictures) checks.addAll(pictureStore.check(picture, photo));
    ledger
        .pictures()
        .otherRowOfItsId(task.key(), search.render())
        .ifPresent(row -> checks.add("the provider gave row " + row + "'s render the same id"));
    return new Kept(pictures, photo, wanted != null, List.copyOf(checks));
  }

  private @Nullable Photo wanted(RenderTask task) {
    var row = task.row();
    return row == null || !photos.want(row.request().photo())
        ? null
        : row.request().photo();
  }

  private void finish(RenderTask task, PictureSearch search, PictureStatus keeping) {
    var kept = latestResult(task).kept(search.render(), keeping);
    var unused = ledger
        .pictures()
        .recordAsync(task.purchase(), search.render(), keeping)
        .whenComplete((written, failure) -> {
          if (failure != null) {
            failAndStop(task, failure);
            return;
          }
          leave(task);
          task.settle(kept);
        });
  }

  private static RenderResult latestResult(RenderTask task) {
    return Objects.requireNonNull(task.latestResult(), "nothing was sent for it");
  }

  private void leave(RenderTask task) {
    if (hunts.remove(task) != null) backlog.remove();
  }

  private void abandonAll() {
    if (buying.isAbandoned()) hunts.keySet().forEach(this::leave);
    backlog.wakeAll();
  }
}
