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
 * Downloads the pictures of paid renders into the picture store; that takes no slot and no permit of
 * the account. Links expire, so buying pauses while too many renders wait for their pictures:
 * {@value #MOST_WAITING}, or twice as many as may be in flight, as all of these may come at once.
 */
final class PictureDownloads {
  static final int MOST_WAITING = 256;

  private final Ledger ledger;
  private final PictureStore pictureStore;
  private final SourcePhotos photos;
  private final AnswerChecks answers;
  private final EndpointClient endpoint;
  private final AccountLimits limits;
  private final BuyingControl buying;
  private final RenderSettings settings;
  private final WorkerPool workers;
  private final Backlog backlog;
  private final Map<RenderTask, PictureSearch> searches = new ConcurrentHashMap<>();

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
    this.answers = new AnswerChecks(ledger.pictures());
    this.endpoint = endpoint;
    this.limits = limits;
    this.buying = buying;
    this.settings = settings;
    this.backlog = new Backlog(Math.max(MOST_WAITING, 2 * settings.limits().inFlight()));
    this.workers = new WorkerPool(settings.keeping().atOnce(), this::advance);
    buying.onStop(this::abandonAll);
  }

  /** Settles a rendered task once its pictures are stored, or cannot be fetched. */
  void keep(RenderTask task, RenderResult result) {
    if (isDone(task, result)) {
      task.settle(result);
      return;
    }
    task.update(result);
    var render = ((Rendered) result.outcome()).render();
    var search =
        new PictureSearch(render, result.pictures() instanceof Gone || isOld(task, result));
    if (result.pictures() instanceof Kept kept) search.found(kept.pictures(), pictureStore::has);
    if (searches.put(task, search) == null) backlog.add();
    if (!buying.isAbandoned()) {
      workers.submit(task);
      return;
    }
    remove(task);
    task.settle(result);
  }

  /** Counts renders that wait for their pictures, and those that soon will. */
  Backlog backlog() {
    return backlog;
  }

  private boolean isOld(RenderTask task, RenderResult result) {
    var at = result.at();
    return !task.wasAnswered()
        && at != null
        && at.isBefore(ledger.time().minus(PictureSearch.LINKS_LIVE));
  }

  /** Waits while too many renders wait for their pictures; false if buying has stopped. */
  boolean waitForRoom() throws InterruptedException {
    return backlog.awaitRoom(buying::isBuying);
  }

  void close() {
    workers.close();
  }

  private boolean isDone(RenderTask task, RenderResult result) {
    var category = result.meaning().kind();
    if (category == Category.BUY_AGAIN || category == Category.PICTURE_REJECTED) return true;
    var stored = storedPictures(result);
    return stored != null && !wantsPhoto(task, stored);
  }

  /** Its stored pictures; null unless all of them are in the picture store. */
  private @Nullable Kept storedPictures(RenderResult result) {
    return result.pictures() instanceof Kept kept
            && kept.pictures().stream().allMatch(pictureStore::has)
        ? kept
        : null;
  }

  /** Whether its photo is still to be kept: it was not looked for, or is gone from the store. */
  private boolean wantsPhoto(RenderTask task, Kept kept) {
    if (wanted(task) == null) return false;
    var photo = kept.photo();
    return photo == null ? !kept.photoSought() : !pictureStore.has(photo);
  }

  private void advance(RenderTask task) {
    var search = searches.get(task);
    if (search == null) return;
    try {
      look(search);
      if (task.done().isDone()) remove(task);
      else if (search.complete()) finish(task, search, kept(task, search));
      else continueSearch(task, search);
    } catch (InterruptedException | RuntimeException | Error e) {
      failAndStop(task, e);
    }
  }

  private void look(PictureSearch search) {
    for (var index : search.missing()) {
      var left = search.left(settings.patience());
      if (left.isZero()) return;
      search.onStoreResult(index, pictureStore.fetch(search.address(index), left));
    }
  }

  private void failAndStop(RenderTask task, Throwable cause) {
    remove(task);
    task.failAndStop(cause, buying);
  }

  private void continueSearch(RenderTask task, PictureSearch search) throws InterruptedException {
    switch (search.next(settings.patience())) {
      case LOOK_LATER -> workers.schedule(task, settings.delays().picture());
      case ASK_FOR_NEW_ADDRESSES -> {
        search.useNewAddresses(askAgain(search));
        workers.submit(task);
      }
      case TRY_PROXY_LINKS -> {
        search.useProxyLinks();
        workers.submit(task);
      }
      case GIVE_UP -> {
        var rendered = Objects.requireNonNull(latestResult(task).at());
        finish(
            task,
            search,
            search.finalStatus(rendered, task.wasAnswered() ? rendered : ledger.time()));
      }
    }
  }

  /** The render as the provider describes it now; the known one if it does not describe it. */
  private Render askAgain(PictureSearch search) throws InterruptedException {
    var id = Objects.requireNonNull(search.render().requestId());
    if (!limits.awaitPollPermit()) return search.render();
    var answer = endpoint.collecting(new RenderTicket(id, null, Duration.ZERO)).ask();
    return answer instanceof Rendered again ? again.render() : search.render();
  }

  private Kept kept(RenderTask task, PictureSearch search) {
    var wanted = wanted(task);
    var photo = wanted == null ? null : photos.keep(wanted);
    var pictures = search.pictures();
    var checks = new LinkedHashSet<String>();
    for (var picture : pictures) checks.addAll(pictureStore.check(picture, photo));
    checks.addAll(answers.reasons(task, search.render()));
    return new Kept(pictures, photo, wanted != null, List.copyOf(checks));
  }

  private @Nullable Photo wanted(RenderTask task) {
    var row = task.row();
    return row == null || !photos.want(row.request().photo())
        ? null
        : row.request().photo();
  }

  private void finish(RenderTask task, PictureSearch search, PictureStatus status) {
    var kept = latestResult(task).kept(search.render(), status);
    var unused = ledger
        .pictures()
        .recordAsync(task.purchase(), search.render(), status)
        .whenComplete((written, failure) -> {
          if (failure != null) {
            failAndStop(task, failure);
            return;
          }
          remove(task);
          task.settle(kept);
        });
  }

  private static RenderResult latestResult(RenderTask task) {
    return Objects.requireNonNull(task.latestResult(), "nothing was sent for it");
  }

  private void remove(RenderTask task) {
    if (searches.remove(task) != null) backlog.remove();
  }

  private void abandonAll() {
    if (buying.isAbandoned()) searches.keySet().forEach(this::remove);
    backlog.wakeAll();
  }
}
