package dev.roomline.endpoint;

import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.RenderTicket;
import java.time.Duration;
import java.util.List;

/**
 * Polls one accepted render, and counts answers that cannot be read. Polling is free; the caller
 * decides when to poll again. For one thread.
 */
public final class RenderPoll {

  private static final int MAX_UNREADABLE = 3;

  private final RenderTicket ticket;
  private final List<FetchUrls.Candidate> candidates;
  private final ResponseClassifier classifier;
  private final HttpTransport transport;
  private int current;
  private int misses;
  private int empties;

  RenderPoll(
      RenderTicket ticket,
      List<FetchUrls.Candidate> candidates,
      ResponseClassifier classifier,
      HttpTransport transport) {
    this.ticket = ticket;
    this.candidates = candidates;
    this.classifier = classifier;
    this.transport = transport;
  }

  /**
   * Asks once, at every address the render may have until one knows it.
   *
   * @return {@link Rendered}; {@link Accepted} if it is not there yet, with the time the provider still
   *     needs or zero; {@link RenderOutcome.Busy} if asked too often; {@link EndpointUnusable} if the account
   *     is refused, which leaves the render paid; {@link Failed} if it failed; {@link Unsure} if the
   *     provider has lost it
   * @throws InterruptedException if the waiting is interrupted; nothing is lost
   */
  public RenderOutcome ask() throws InterruptedException {
    var miss = "";
    for (var tried = 0; tried < candidates.size(); tried++) {
      var candidate = candidates.get(current);
      var outcome = transport.post(candidate.uri(), candidate.body(), this::classify);
      if (outcome instanceof NotSent || outcome instanceof Unsure) return waiting(Duration.ZERO);
      if (!(outcome instanceof Refused refused)) return outcome;
      miss = refused.reason();
      current = (current + 1) % candidates.size();
    }
    return ++misses < MAX_UNREADABLE
        ? waiting(Duration.ZERO)
        : new Unsure(Cause.LOST, "accepted as " + ticket.requestId() + ", then lost: " + miss);
  }

  /** The outcome of a poll: the render is paid, and {@link Refused} means that it was not found. */
  private RenderOutcome classify(ProviderResponse response) {
    if (response.refuses(ProviderPhrases.UNKNOWN_ID) && !response.complains(ProviderPhrases.KEY)) {
      return new Refused(Cause.OTHER, response.reason());
    }
    if (response.is("processing")) misses = 0;
    if (response.httpIs(2) && response.deliversNothing()) return empty();
    return classifier
        .of(response)
        .match(
            rendered -> new Rendered(withId(rendered.render())),
            accepted -> waiting(response.hints().eta()),
            refused -> refused,
            busy -> busy,
            notSent -> waiting(Duration.ZERO),
            endpointUnusable -> unusable(endpointUnusable, response),
            failed -> failed,
            unsure -> waiting(response.hints().eta()));
  }

  private RenderOutcome empty() {
    return ++empties < MAX_UNREADABLE
        ? waiting(Duration.ZERO)
        : new Failed("success without a picture, " + empties + " times");
  }

  /** Unlike a create's, an unknown address here is only a reason to try the next. */
  private static RenderOutcome unusable(
      EndpointUnusable endpointUnusable, ProviderResponse response) {
    return endpointUnusable.cause() == Cause.ADDRESS && !response.httpIs(3)
        ? new Refused(Cause.OTHER, response.reason())
        : endpointUnusable;
  }

  private RenderOutcome waiting(Duration eta) {
    return new Accepted(new RenderTicket(ticket.requestId(), ticket.collectFrom(), eta));
  }

  private Render withId(Render render) {
    return new Render(
        render.outputs(),
        render.proxyLinks(),
        render.seed(),
        render.modelId(),
        ticket.requestId(),
        render.generationTime(),
        render.meta());
  }
}
