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
import dev.roomline.ledger.ClaimResult;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.PurchaseState;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import dev.roomline.render.limits.AccountLimits;
import dev.roomline.render.limits.BuyingControl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Buys each render at most once: known? slot, pace, claim, send, settle, in that order.
 *
 * <p>A claim is committed before the first byte leaves, and what was accepted is written down
 * before the first wait; so whatever kills the process, the books know.
 */
public final class Renderer implements AutoCloseable {
  /** Threads that want the books besides those that buy and those that fetch pictures. */
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
    this.limits = new AccountLimits(settings, buying, ledger.hasAnsweredBefore());
    var poller = new RenderPoller(endpoint, limits, buying, settings.patience());
    this.sender = new PurchaseSender(ledger, endpoint, limits, poller);
    this.policy = new RepurchasePolicy(ledger, settings.repurchase(), run.number());
    this.downloads = new PictureDownloads(ledger, pictureStore, endpoint, limits, buying, settings);
    this.workers = new WorkerPool(settings.limits().inFlight(), this::serve);
    this.uploads = new UploadQueue(
        new PhotoUploader(ledger, endpoint, settings.uploads(), limits),
        new UploadThrottle(ledger, run, settings, buying),
        buying,
        new UploadQueue.Next(
            workers::serve,
            it -> {
              if (!endOfBudget(it)) giveUp(it);
            },
            settings.delays()));
    buying.onStop(workers::hurry);
    buying.onStop(this::leaveOpen);
  }

  /** Takes up what earlier runs left to be collected; it holds its slots before any new render. */
  public void resume() {
    for (var entry : ledger.accepted()) workers.serve(tasks.add(entry, run));
    for (var entry : ledger.withoutPictures(ledger.time().minus(PictureSearch.LINKS_LIVE))) {
      downloads.keep(tasks.add(entry, run), RenderResult.of(entry));
    }
  }

  /** Begins a row's render, unless it is known; returns at once. An equal row shares the first's. */
  public PendingRender begin(RoomRow.Order row) {
    var key = ledger.key(row.request());
    var task = new RenderTask(row, new Purchase(key, run.edition(), 1));
    var first = tasks.first(task);
    if (first == task) decide(task);
    else first.wantedBy(row);
    return new PendingRender(first);
  }

  /**
   * Waits until nothing is on its way any more, or until the run lets go.
   *
   * @throws IllegalStateException at the end, if the books failed any of them
   */
  public void awaitAll() throws InterruptedException {
    tasks.await();
  }

  /** The end of buying, seen and caused from outside. */
  public BuyingControl buying() {
    return buying;
  }

  /** How far it is now. */
  public RenderProgress progress() {
    return new RenderProgress(
        sender.sent(), limits.inFlight(), downloads.backlog().size());
  }

  /** Answers of this run that its books do not have, each with its row: the disk failed them. */
  public List<String> unwritten() {
    return sender.unwritten();
  }

  /** Rows begun that wait for their photo or for a slot. */
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

  private void decide(RenderTask task) {
    var known = ledger.find(task.key(), run.sinceEdition());
    if (known.isEmpty()) {
      queue(task);
      return;
    }
    task.next(known.get().purchase());
    if (known.get().state() == PurchaseState.SENDING) task.settle(RenderResult.of(known.get()));
    else conclude(task, RenderResult.of(known.get()));
  }

  private void queue(RenderTask task) {
    if (!policy.wants(task.key())) task.giveUp(RepurchasePolicy.ASIDE);
    else if (buying.inTime()) uploads.serve(task);
    else giveUp(task);
  }

  private void giveUp(RenderTask task) {
    task.giveUp(buying.unsent());
  }

  private void leaveOpen() {
    if (buying.lettingGo()) tasks.forEach(this::giveUp);
  }

  private void serve(RenderTask task) {
    try {
      var soFar = task.soFar();
      if (soFar != null && soFar.outcome() instanceof Accepted) collect(task, soFar);
      else if (task.unsentPhoto() != null) uploads.serve(task);
      else buy(task);
    } catch (InterruptedException | RuntimeException | Error e) {
      task.broke(e, buying);
    }
  }

  private void collect(RenderTask task, RenderResult accepted) throws InterruptedException {
    if (!limits.enterToCollect()) {
      giveUp(task);
      return;
    }
    try {
      proceed(task, sender.collect(task, accepted, run.number()));
    } finally {
      limits.leave();
    }
  }

  private void buy(RenderTask task) throws InterruptedException {
    var row = task.row();
    if (row == null || !downloads.waitForRoom() || !limits.enter()) {
      giveUp(task);
      return;
    }
    CompletableFuture<RenderResult> settled = null;
    try {
      var limits = settings.budget().allowance();
      var claim = ledger.claim(task.purchase(), run.number(), row.position(), limits);
      if (claim == ClaimResult.OURS) settled = sender.send(task, row, run.number());
      if (claim == ClaimResult.CAPPED && endOfBudget(task)) return;
    } finally {
      limits.leave();
    }
    if (settled == null) {
      decide(task);
      return;
    }
    var backlog = downloads.backlog();
    backlog.add(); // or books that lag behind would hide how much is to come
    afterCommit.once(
        settled, it -> proceed(task, it), it -> task.broke(it, buying), backlog::remove);
  }

  /** Nothing is left of the budget; but a request on its way may yet give its share back. */
  private boolean endOfBudget(RenderTask task) {
    var budget = settings.budget();
    var usedUp = ledger.usedUp(run.number(), budget.allowance());
    if (usedUp.isPresent())
      buying.stop(BuyingControl.Why.BUDGET, budget.words().apply(usedUp.get()));
    else later(task, settings.delays().busy());
    return usedUp.isEmpty();
  }

  private void proceed(RenderTask task, RenderResult result) {
    if (task.done().isDone()) return; // let go meanwhile
    var outcome = result.outcome();
    if (outcome instanceof Refused it && it.cause() == Cause.PHOTO) uploads.expireLink(task);
    var delays = settings.delays();
    if (outcome instanceof Busy busy && busy.onlyThisRow()) {
      again(task, delays.repeated(task.heldBackAgain()), RepurchasePolicy.REPEATED);
    } else if (outcome instanceof Busy) {
      workers.serve(task);
    } else if (outcome instanceof NotSent) {
      again(task, delays.unsent(task.notSentAgain()), outcome);
    } else if (outcome instanceof EndpointUnusable) {
      giveUp(task);
    } else {
      conclude(task, result);
    }
  }

  private void again(RenderTask task, Optional<Duration> pause, RenderOutcome unsent) {
    if (pause.isPresent()) later(task, pause.get());
    else task.giveUp(unsent);
  }

  private void conclude(RenderTask task, RenderResult result) {
    if (!policy.buyAgain(task.purchase(), result) || task.row() == null) {
      if (result.outcome() instanceof Rendered) downloads.keep(task, result);
      else task.settle(result);
      return;
    }
    task.again(result.decision());
    if (result.outcome() instanceof Refused || result.decision() != null) {
      queue(task);
      return;
    }
    task.soFar(result);
    later(task, settings.delays().again());
  }

  private void later(RenderTask task, Duration pause) {
    workers.serveLater(task, pause);
    if (!buying.open()) workers.hurry();
  }
}
