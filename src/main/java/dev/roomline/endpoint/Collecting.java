package dev.roomline.endpoint;

import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.Door;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.Ticket;
import java.time.Duration;
import java.util.List;

/**
 * Asks for one accepted render until it is there, remembering what made no sense. Asking is free;
 * when to ask again is the caller's business. For one thread.
 */
public final class Collecting {

  private static final int PATIENCE_WITH_NONSENSE = 3;

  private final Ticket ticket;
  private final List<Candidates.Candidate> candidates;
  private final Verdict verdict;
  private final Wire wire;
  private int current;
  private int misses;
  private int empties;

  Collecting(Ticket ticket, List<Candidates.Candidate> candidates, Verdict verdict, Wire wire) {
    this.ticket = ticket;
    this.candidates = candidates;
    this.verdict = verdict;
    this.wire = wire;
  }

  /**
   * Asks once, at every address the render may have until one knows it.
   *
   * @return {@link Rendered}; {@link Accepted} if it is not there yet, with the time the vendor still
   *     needs or zero; {@link RenderOutcome.Busy} if asked too often; {@link Closed} if the account
   *     is refused, which leaves the render paid; {@link Spoiled} if it failed; {@link Unsure} if the
   *     vendor has lost it
   * @throws InterruptedException if the waiting is interrupted; nothing is lost
   */
  public RenderOutcome ask() throws InterruptedException {
    var miss = "";
    for (var tried = 0; tried < candidates.size(); tried++) {
      var candidate = candidates.get(current);
      var outcome = wire.post(candidate.uri(), candidate.body(), this::judge);
      if (outcome instanceof NotSent || outcome instanceof Unsure) return waiting(Duration.ZERO);
      if (!(outcome instanceof Refused refused)) return outcome;
      miss = refused.reason();
      current = (current + 1) % candidates.size();
    }
    return ++misses < PATIENCE_WITH_NONSENSE
        ? waiting(Duration.ZERO)
        : new Unsure(Cause.LOST, "accepted as " + ticket.requestId() + ", then lost: " + miss);
  }

  /** A create's verdict seen from here: the render is paid, and {@link Refused} means a miss. */
  private RenderOutcome judge(Answer answer) {
    if (answer.refuses(Phrases.UNKNOWN_ID) && !answer.complains(Phrases.KEY)) {
      return new Refused(Cause.OTHER, answer.reason());
    }
    if (answer.is("processing")) misses = 0;
    if (answer.httpIs(2) && answer.deliversNothing()) return empty();
    return verdict
        .of(answer)
        .match(
            rendered -> new Rendered(named(rendered.render())),
            accepted -> waiting(answer.hints().eta()),
            refused -> refused,
            busy -> busy,
            notSent -> waiting(Duration.ZERO),
            closed -> closed(closed, answer),
            spoiled -> spoiled,
            unsure -> waiting(answer.hints().eta()));
  }

  private RenderOutcome empty() {
    return ++empties < PATIENCE_WITH_NONSENSE
        ? waiting(Duration.ZERO)
        : new Spoiled("success without a picture, " + empties + " times");
  }

  /** Unlike a create's, an unknown address here is only a reason to try the next. */
  private static RenderOutcome closed(Closed closed, Answer answer) {
    return closed.door() == Door.ADDRESS && !answer.httpIs(3)
        ? new Refused(Cause.OTHER, answer.reason())
        : closed;
  }

  private RenderOutcome waiting(Duration eta) {
    return new Accepted(new Ticket(ticket.requestId(), ticket.collectFrom(), eta));
  }

  private Render named(Render render) {
    return new Render(
        render.outputs(),
        render.spares(),
        render.seed(),
        render.modelId(),
        ticket.requestId(),
        render.generationTime(),
        render.meta());
  }
}
