package dev.roomline.render;

import dev.roomline.domain.Keeping;
import dev.roomline.domain.Keeping.Gone;
import dev.roomline.domain.Keeping.Kept;
import dev.roomline.domain.Photo;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.Ticket;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.images.Shelf;
import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Settled;
import dev.roomline.render.limits.Account;
import dev.roomline.render.limits.Buying;
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
final class Keeper {
  static final int MOST_WAITING = 256;

  private final Ledger ledger;
  private final Shelf shelf;
  private final Originals originals;
  private final EndpointClient endpoint;
  private final Account account;
  private final Buying buying;
  private final RenderSettings settings;
  private final Workers workers;
  private final Backlog backlog;
  private final Map<Turn, Hunt> hunts = new ConcurrentHashMap<>();

  Keeper(
      Ledger ledger,
      Shelf shelf,
      EndpointClient endpoint,
      Account account,
      Buying buying,
      RenderSettings settings) {
    this.ledger = ledger;
    this.shelf = shelf;
    this.originals = new Originals(ledger.pictures(), shelf, settings.keeping());
    this.endpoint = endpoint;
    this.account = account;
    this.buying = buying;
    this.settings = settings;
    this.backlog = new Backlog(Math.max(MOST_WAITING, 2 * settings.limits().inFlight()));
    this.workers = new Workers(settings.keeping().atOnce(), this::serve);
    buying.onStop(this::letGo);
  }

  /** Settles a rendered turn once its pictures are here, or it is clear that they are not. */
  void keep(Turn turn, Settled settled) {
    if (isDone(turn, settled)) {
      turn.settle(settled);
      return;
    }
    turn.soFar(settled);
    var render = ((Rendered) settled.outcome()).render();
    var hunt = new Hunt(render, settled.keeping() instanceof Gone || isOld(turn, settled));
    var here = here(settled);
    if (here != null) hunt.found(here.pictures());
    if (hunts.put(turn, hunt) == null) backlog.add();
    if (!buying.lettingGo()) {
      workers.serve(turn);
      return;
    }
    leave(turn);
    turn.settle(settled);
  }

  /** Renders that wait for their pictures, and others that soon will. */
  Backlog backlog() {
    return backlog;
  }

  private boolean isOld(Turn turn, Settled settled) {
    var at = settled.at();
    return !turn.wasAnswered() && at != null && at.isBefore(ledger.time().minus(Hunt.LINKS_LIVE));
  }

  /** Waits while too many pictures are waited for; false if nothing is bought any more. */
  boolean waitForRoom() throws InterruptedException {
    return backlog.awaitRoom(buying::open);
  }

  void close() {
    workers.close();
  }

  private boolean isDone(Turn turn, Settled settled) {
    var judgement = settled.judgement();
    if (judgement != null
        && (judgement.retried() || judgement.decision() == Judgement.Decision.REJECTED))
      return true;
    var here = here(settled);
    return here != null && !wantsPhoto(turn, here);
  }

  /** What is kept of it; null unless all its pictures are still on the shelf. */
  private @Nullable Kept here(Settled settled) {
    return settled.keeping() instanceof Kept kept && kept.pictures().stream().allMatch(shelf::has)
        ? kept
        : null;
  }

  /** It was kept for no row of that day, or the photo is gone from the shelf. */
  private boolean wantsPhoto(Turn turn, Kept kept) {
    if (wanted(turn) == null) return false;
    var photo = kept.photo();
    return photo == null ? !kept.photoSought() : !shelf.has(photo);
  }

  private void serve(Turn turn) {
    var hunt = hunts.get(turn);
    if (hunt == null) return;
    try {
      for (var place : hunt.missing()) hunt.came(place, shelf.fetch(hunt.address(place)));
      if (turn.done().isDone()) leave(turn);
      else if (hunt.complete()) finish(turn, hunt, kept(turn, hunt));
      else goOn(turn, hunt);
    } catch (InterruptedException | RuntimeException | Error e) {
      broke(turn, e);
    }
  }

  private void broke(Turn turn, Throwable cause) {
    leave(turn);
    turn.broke(cause, buying);
  }

  private void goOn(Turn turn, Hunt hunt) throws InterruptedException {
    switch (hunt.next(settings.patience())) {
      case LOOK_LATER -> workers.serveLater(turn, settings.waits().picture());
      case ASK_FOR_NEW_ADDRESSES -> {
        hunt.moved(askAgain(hunt));
        workers.serve(turn);
      }
      case TRY_THE_SPARES -> {
        hunt.trySpares();
        workers.serve(turn);
      }
      case GIVE_UP -> {
        var rendered = Objects.requireNonNull(soFar(turn).at());
        finish(turn, hunt, hunt.given(rendered, turn.wasAnswered() ? rendered : ledger.time()));
      }
    }
  }

  /** The render as the vendor tells of it now; as it was known, where it tells nothing. */
  private Render askAgain(Hunt hunt) throws InterruptedException {
    var id = Objects.requireNonNull(hunt.render().requestId());
    if (!account.turnToPoll()) return hunt.render();
    var answer = endpoint.collecting(new Ticket(id, null, Duration.ZERO)).ask();
    return answer instanceof Rendered again ? again.render() : hunt.render();
  }

  private Kept kept(Turn turn, Hunt hunt) {
    var wanted = wanted(turn);
    var photo = wanted == null ? null : originals.keep(wanted);
    var pictures = hunt.pictures();
    var checks = new LinkedHashSet<String>();
    for (var picture : pictures) checks.addAll(shelf.check(picture, photo));
    ledger
        .pictures()
        .otherRowOfItsId(turn.key(), hunt.render())
        .ifPresent(row -> checks.add("the vendor gave row " + row + "'s render the same id"));
    return new Kept(pictures, photo, wanted != null, List.copyOf(checks));
  }

  private @Nullable Photo wanted(Turn turn) {
    var row = turn.row();
    return row == null || !originals.want(row.request().photo())
        ? null
        : row.request().photo();
  }

  private void finish(Turn turn, Hunt hunt, Keeping keeping) {
    var kept = soFar(turn).kept(hunt.render(), keeping);
    var unused = ledger
        .pictures()
        .writing(turn.purchase(), hunt.render(), keeping)
        .whenComplete((written, failure) -> {
          if (failure != null) {
            broke(turn, failure);
            return;
          }
          leave(turn);
          turn.settle(kept);
        });
  }

  private static Settled soFar(Turn turn) {
    return Objects.requireNonNull(turn.soFar(), "nothing was sent for it");
  }

  private void leave(Turn turn) {
    if (hunts.remove(turn) != null) backlog.remove();
  }

  private void letGo() {
    if (buying.lettingGo()) hunts.keySet().forEach(this::leave);
    backlog.wakeAll();
  }
}
