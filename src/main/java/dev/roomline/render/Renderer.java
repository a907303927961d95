package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RoomRow;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.images.Shelf;
import dev.roomline.ledger.Claim;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Settled;
import dev.roomline.ledger.State;
import dev.roomline.render.limits.Account;
import dev.roomline.render.limits.Buying;
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
  public static final int UPLOADS = Uploading.THREADS;

  private final Ledger ledger;
  private final RenderSettings settings;
  private final Run run;
  private final Buying buying = new Buying();
  private final Account account;
  private final Buyer buyer;
  private final Verdict verdict;
  private final Keeper keeper;
  private final Workers workers;
  private final Uploading uploading;
  private final Turns turns = new Turns();
  private final Clerk clerk = new Clerk();

  public Renderer(
      Ledger ledger, Shelf shelf, EndpointClient endpoint, RenderSettings settings, Run run) {
    this.ledger = ledger;
    this.settings = settings;
    this.run = run;
    this.account = new Account(settings, buying, ledger.tradedBefore());
    var collector = new Collector(endpoint, account, buying, settings.patience());
    this.buyer = new Buyer(ledger, endpoint, account, collector);
    this.verdict = new Verdict(ledger, settings.again(), run.number());
    this.keeper = new Keeper(ledger, shelf, endpoint, account, buying, settings);
    this.workers = new Workers(settings.limits().inFlight(), this::serve);
    this.uploading = new Uploading(
        new Uploader(ledger, endpoint, settings.uploads(), account),
        new Lead(ledger, run, settings, buying),
        buying,
        new Uploading.Next(
            workers::serve,
            it -> {
              if (!endOfBudget(it)) giveUp(it);
            },
            settings.waits()));
    buying.onStop(workers::hurry);
    buying.onStop(this::leaveOpen);
  }

  /** Takes up what earlier runs left to be collected; it holds its slots before any new render. */
  public void resume() {
    for (var entry : ledger.accepted()) workers.serve(turns.add(entry, run));
    for (var entry : ledger.withoutPictures(ledger.time().minus(Hunt.LINKS_LIVE))) {
      keeper.keep(turns.add(entry, run), Settled.of(entry));
    }
  }

  /** Begins a row's render, unless it is known; returns at once. An equal row shares the first's. */
  public PendingRender begin(RoomRow.Order row) {
    var key = ledger.key(row.request());
    var turn = new Turn(row, new Purchase(key, run.edition(), 1));
    var first = turns.first(turn);
    if (first == turn) decide(turn);
    else first.wantedBy(row);
    return new PendingRender(first);
  }

  /**
   * Waits until nothing is on its way any more, or until the run lets go.
   *
   * @throws IllegalStateException at the end, if the books failed any of them
   */
  public void awaitAll() throws InterruptedException {
    turns.await();
  }

  /** The end of buying, seen and caused from outside. */
  public Buying buying() {
    return buying;
  }

  /** How far it is now. */
  public Progress progress() {
    return new Progress(buyer.sent(), account.inFlight(), keeper.backlog().size());
  }

  /** Answers of this run that its books do not have, each with its row: the disk failed them. */
  public List<String> unwritten() {
    return buyer.unwritten();
  }

  /** Rows begun that wait for their photo or for a slot. */
  public int waiting() {
    return uploading.waiting() + workers.waiting();
  }

  @Override
  public void close() {
    uploading.close();
    workers.close();
    keeper.close();
    clerk.close();
  }

  private void decide(Turn turn) {
    var known = ledger.find(turn.key(), run.sinceEdition());
    if (known.isEmpty()) {
      queue(turn);
      return;
    }
    turn.next(known.get().purchase());
    if (known.get().state() == State.SENDING) turn.settle(Settled.of(known.get()));
    else conclude(turn, Settled.of(known.get()));
  }

  private void queue(Turn turn) {
    if (!verdict.wants(turn.key())) turn.giveUp(Verdict.ASIDE);
    else if (buying.inTime()) uploading.serve(turn);
    else giveUp(turn);
  }

  private void giveUp(Turn turn) {
    turn.giveUp(buying.unsent());
  }

  private void leaveOpen() {
    if (buying.lettingGo()) turns.forEach(this::giveUp);
  }

  private void serve(Turn turn) {
    try {
      var soFar = turn.soFar();
      if (soFar != null && soFar.outcome() instanceof Accepted) collect(turn, soFar);
      else if (turn.unsentPhoto() != null) uploading.serve(turn);
      else buy(turn);
    } catch (InterruptedException | RuntimeException | Error e) {
      turn.broke(e, buying);
    }
  }

  private void collect(Turn turn, Settled accepted) throws InterruptedException {
    if (!account.enterToCollect()) {
      giveUp(turn);
      return;
    }
    try {
      proceed(turn, buyer.collect(turn, accepted, run.number()));
    } finally {
      account.leave();
    }
  }

  private void buy(Turn turn) throws InterruptedException {
    var row = turn.row();
    if (row == null || !keeper.waitForRoom() || !account.enter()) {
      giveUp(turn);
      return;
    }
    CompletableFuture<Settled> settled = null;
    try {
      var allowance = settings.budget().allowance();
      var claim = ledger.claim(turn.purchase(), run.number(), row.place(), allowance);
      if (claim == Claim.OURS) settled = buyer.send(turn, row, run.number());
      if (claim == Claim.CAPPED && endOfBudget(turn)) return;
    } finally {
      account.leave();
    }
    if (settled == null) {
      decide(turn);
      return;
    }
    var backlog = keeper.backlog();
    backlog.add(); // or books that lag behind would hide how much is to come
    clerk.once(settled, it -> proceed(turn, it), it -> turn.broke(it, buying), backlog::remove);
  }

  /** Nothing is left of the budget; but a request on its way may yet give its share back. */
  private boolean endOfBudget(Turn turn) {
    var budget = settings.budget();
    var usedUp = ledger.usedUp(run.number(), budget.allowance());
    if (usedUp.isPresent()) buying.stop(Buying.Why.BUDGET, budget.words().apply(usedUp.get()));
    else later(turn, settings.waits().busy());
    return usedUp.isEmpty();
  }

  private void proceed(Turn turn, Settled settled) {
    if (turn.done().isDone()) return; // let go meanwhile
    var outcome = settled.outcome();
    if (outcome instanceof Refused it && it.cause() == Cause.PHOTO) uploading.distrust(turn);
    var waits = settings.waits();
    if (outcome instanceof Busy busy && busy.onlyThisRow()) {
      again(turn, waits.repeated(turn.heldBackAgain()), Verdict.REPEATED);
    } else if (outcome instanceof Busy) {
      workers.serve(turn);
    } else if (outcome instanceof NotSent) {
      again(turn, waits.unsent(turn.notSentAgain()), outcome);
    } else if (outcome instanceof Closed) {
      giveUp(turn);
    } else {
      conclude(turn, settled);
    }
  }

  private void again(Turn turn, Optional<Duration> pause, RenderOutcome unsent) {
    if (pause.isPresent()) later(turn, pause.get());
    else turn.giveUp(unsent);
  }

  private void conclude(Turn turn, Settled settled) {
    if (!verdict.buyAgain(turn.purchase(), settled) || turn.row() == null) {
      if (settled.outcome() instanceof Rendered) keeper.keep(turn, settled);
      else turn.settle(settled);
      return;
    }
    turn.again(settled.judgement());
    if (settled.outcome() instanceof Refused || settled.judgement() != null) {
      queue(turn);
      return;
    }
    turn.soFar(settled);
    later(turn, settings.waits().again());
  }

  private void later(Turn turn, Duration pause) {
    workers.serveLater(turn, pause);
    if (!buying.open()) workers.hurry();
  }
}
