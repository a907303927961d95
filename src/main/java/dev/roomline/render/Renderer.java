package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RoomRow;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.images.PictureStore;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.PurchaseState;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import dev.roomline.render.limits.AccountLimits;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.render.limits.StopReason.BudgetUsed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Buys each render at most once: look up, slot, permit, claim, send, settle, in that order.
 *
 * <p>A claim is committed before the first byte is sent, and an accepted render is recorded before
 * the first wait; so the ledger knows every purchase, whatever kills the process.
 */
public final class Renderer implements AutoCloseable {
  /** Threads that upload photos; each needs a database connection. */
  public static final int UPLOADS = UploadQueue.THREADS;

  private final Ledger ledger;
  private final RenderSettings settings;
  private final Run run;
  private final BuyingControl buying = new BuyingControl();
  private final AccountLimits limits;
  private final PurchaseSender sender;
  private final RepurchasePolicy policy;
  private final PictureDownloads downloads;
  private final WorkerPool workers;
  private final UploadQueue uploads;
  private final RenderTasks tasks = new RenderTasks();
  private final AfterCommit afterCommit = new AfterCommit();

  public Renderer(
      Ledger ledger,
      PictureStore pictureStore,
      EndpointClient endpoint,
      RenderSettings settings,
      Run run) {
    this.ledger = ledger;
    this.settings = settings;
    this.run = run;
    this.limits =
        new AccountLimits(settings.limits(), settings.delays(), buying, ledger.hasAnsweredBefore());
    var poller = new RenderPoller(endpoint, limits, buying, settings.patience());
    this.sender = new PurchaseSender(ledger, endpoint, limits, poller);
    this.policy = new RepurchasePolicy(ledger, settings.repurchase(), run.number());
    this.downloads = new PictureDownloads(ledger, pictureStore, endpoint, limits, buying, settings);
    this.workers = new WorkerPool(settings.limits().inFlight(), this::advance);
    var uploader = new PhotoUploader(ledger, endpoint, settings.uploads(), limits);
    var throttle = new UploadThrottle(ledger, run, settings, buying);
    var next = new UploadQueue.Next(workers::submit, this::handleNoBudget, settings.delays());
    this.uploads = new UploadQueue(uploader, throttle, buying, next);
    buying.onStop(workers::runDelayedNow);
    buying.onStop(this::settleAllUnsent);
  }

  /** Queues renders that earlier runs left to be collected; they get slots before new renders. */
  public void resume() {
    for (var entry : ledger.accepted()) workers.submit(tasks.add(entry, run));
    for (var entry : ledger.withoutPictures(ledger.time().minus(PictureSearch.LINKS_LIVE))) {
      downloads.keep(tasks.add(entry, run), RenderResult.of(entry));
    }
  }

  /** Begins a row's render unless it is known, and returns at once. Equal rows share one render. */
  public PendingRender begin(RoomRow.Order row) {
    var key = ledger.key(row.request());
    var task = new RenderTask(row, new Purchase(key, run.edition(), 1));
    var first = tasks.first(task);
    if (first == task) lookUpOrQueue(task);
    else first.shareWith(row);
    return new PendingRender(first);
  }

  /** Waits until all renders are settled; an IllegalStateException tells that the ledger failed. */
  public void awaitAll() throws InterruptedException {
    tasks.await();
  }

  /** Stops the buying, and tells whether and why it stopped. */
  public BuyingControl buying() {
    return buying;
  }

  /** The progress now. */
  public RenderProgress progress() {
    return new RenderProgress(
        sender.sent(), limits.inFlight(), downloads.backlog().size());
  }

  /** Answers of this run, each with its row, that could not be recorded in the ledger. */
  public List<String> unrecordedAnswers() {
    return sender.unrecordedAnswers();
  }

  /** The number of begun rows that wait for their photo or for a slot. */
  public int waiting() {
    return uploads.waiting() + workers.waiting();
  }

  @Override
  public void close() {
    uploads.close();
    workers.close();
    downloads.close();
    afterCommit.close();
  }

  private void lookUpOrQueue(RenderTask task) {
    var known = ledger.find(task.key(), run.sinceEdition()).orElse(null);
    if (known == null) {
      enqueue(task);
    } else {
      task.useAttempt(known.purchase());
      if (known.state() == PurchaseState.SENDING) task.settle(RenderResult.of(known));
      else finishOrBuyAgain(task, RenderResult.of(known));
    }
  }

  private void enqueue(RenderTask task) {
    var allowed = policy.allows(task.key());
    if (allowed) buying.stopIfTooLate();
    if (!allowed) task.settleUnsent(RepurchasePolicy.NOT_SELECTED);
    else if (!buying.isBuying()) task.settleUnsent(buying.firstReason());
    else if (task.needsUpload()) uploads.submit(task);
    else workers.submit(task);
  }

  private void settleAllUnsent() {
    if (buying.isAbandoned()) tasks.forEach(it -> it.settleUnsent(buying.firstReason()));
  }

  private void advance(RenderTask task) {
    try {
      var known = task.latestResult();
      if (known != null && known.outcome() instanceof Accepted) collect(task, known);
      else if (task.needsUpload()) uploads.submit(task);
      else if (ReplacedPhoto.isServedFor(task)) task.settleUnsent(ReplacedPhoto.OUTCOME);
      else buy(task);
    } catch (InterruptedException | RuntimeException | Error e) {
      task.failAndStop(e, buying);
    }
  }

  private void collect(RenderTask task, RenderResult accepted) throws InterruptedException {
    if (!limits.acquireToCollect()) {
      task.settleUnsent(buying.firstReason());
      return;
    }
    try {
      handleOutcome(task, sender.collect(task, accepted, run.number()));
    } finally {
      limits.release();
    }
  }

  private void buy(RenderTask task) throws InterruptedException {
    var row = task.row();
    if (row == null || !downloads.waitForRoom() || !limits.acquire()) {
      task.settleUnsent(buying.firstReason());
      return;
    }
    CompletableFuture<RenderResult> settled = null;
    try {
      switch (ledger.claim(task.purchase(), run.number(), row.position(), settings.budget())) {
        case OURS -> settled = sender.send(task, row, run.number());
        case TAKEN -> lookUpOrQueue(task);
        case CAPPED -> handleNoBudget(task);
      }
    } finally {
      limits.release();
    }
    if (settled == null) return;
    var backlog = downloads.backlog();
    backlog.add(); // counted now, as the ledger may lag behind
    afterCommit.runAfter(
        settled,
        it -> handleOutcome(task, it),
        it -> task.failAndStop(it, buying),
        backlog::remove);
  }

  /** Stops buying, unless an open claim may still refund its share of the budget. */
  private void handleNoBudget(RenderTask task) {
    var usedUp = ledger.usedUp(run.number(), settings.budget());
    usedUp.map(BudgetUsed::new).ifPresent(buying::stop);
    if (usedUp.isPresent()) task.settleUnsent(buying.firstReason());
    else retryLater(task, settings.delays().busy());
  }

  private void handleOutcome(RenderTask task, RenderResult result) {
    if (task.done().isDone()) return; // abandoned meanwhile
    var outcome = result.outcome();
    var delays = settings.delays();
    if (outcome instanceof Refused it && it.cause() == Cause.PHOTO) uploads.expireLink(task);
    if (outcome instanceof Busy busy && busy.onlyThisRow()) {
      retryOrGiveUp(task, delays.repeated(task.countRepeated()), RepurchasePolicy.REPEATED);
    } else if (outcome instanceof Busy) {
      workers.submit(task);
    } else if (outcome instanceof NotSent) {
      retryOrGiveUp(task, delays.unsent(task.countNotSent()), outcome);
    } else if (outcome instanceof EndpointUnusable) {
      task.settleUnsent(buying.firstReason());
    } else {
      finishOrBuyAgain(task, result);
    }
  }

  private void retryOrGiveUp(RenderTask task, Optional<Duration> pause, RenderOutcome unsent) {
    pause.ifPresentOrElse(it -> retryLater(task, it), () -> task.settleUnsent(unsent));
  }

  private void finishOrBuyAgain(RenderTask task, RenderResult result) {
    if (!policy.buyAgain(task.purchase(), result) || task.row() == null) {
      if (result.outcome() instanceof Rendered) downloads.keep(task, result);
      else task.settle(result);
      return;
    }
    task.buyAgain(result.decision());
    if (result.outcome() instanceof Refused || result.decision() != null) {
      enqueue(task);
    } else {
      task.update(result);
      retryLater(task, settings.delays().again());
    }
  }

  private void retryLater(RenderTask task, Duration pause) {
    workers.schedule(task, pause);
    if (!buying.isBuying()) workers.runDelayedNow();
  }
}
