package dev.roomline.domain;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** What became of one request, sorted by the one question that matters: did we pay? */
public sealed interface RenderOutcome {

  /** Paid, and here are the pictures. */
  record Rendered(Render render) implements RenderOutcome {}

  /** Paid, not ready yet. Collecting it later is free. */
  record Accepted(RenderTicket ticket) implements RenderOutcome {}

  /** Not paid; the same request would be refused again. */
  record Refused(Cause cause, String reason) implements RenderOutcome {}

  /**
   * Not paid; the account is full or too fast.
   *
   * @param pause how long the provider asks to wait; zero where it names nothing
   * @param onlyThisRow the provider complains of this very request, not of the account
   */
  record Busy(Duration pause, boolean onlyThisRow) implements RenderOutcome {}

  /** Not paid: it certainly never reached the provider. */
  record NotSent(Cause cause, String reason) implements RenderOutcome {
    /** Not sent because the provider is unavailable. */
    public NotSent(String reason) {
      this(Cause.UNAVAILABLE, reason);
    }
  }

  /**
   * Not paid, and every other row would end the same way.
   *
   * @param cause KEY, CREDIT, QUOTA, PLAN or ADDRESS
   */
  record EndpointUnusable(Cause cause, String reason) implements RenderOutcome {}

  /** May have been paid: the provider accepted the request and reports that it failed. */
  record Failed(String reason) implements RenderOutcome {}

  /** May have been paid: it may have been sent, and no answer says so. Only a person may resend it. */
  record Unsure(Cause cause, String reason) implements RenderOutcome {
    /** Unsure because no clear answer came. */
    public Unsure(String reason) {
      this(Cause.UNANSWERED, reason);
    }
  }

  /** Whether the provider charges for a request. */
  enum Charge {
    NO,
    YES,
    /** It may have been charged; no answer says so. */
    PERHAPS
  }

  /** Whether it is paid. */
  default Charge paid() {
    return match(
        rendered -> Charge.YES,
        accepted -> Charge.YES,
        refused -> Charge.NO,
        busy -> Charge.NO,
        notSent -> Charge.NO,
        endpointUnusable -> Charge.NO,
        failed -> Charge.PERHAPS,
        unsure -> Charge.PERHAPS);
  }

  /** Why there is no picture, sorted by what a person can do. The ledger stores the names. */
  enum Cause {
    /** Refused: the provider could not fetch the photo. */
    PHOTO,
    /** Refused: a value of the request is wrong. */
    FIELD,
    /** Refused: the provider does not allow this content. */
    CONTENT,
    /** Refused: there is no such model. */
    MODEL,
    /** Refused with a message that the classifier does not know. */
    OTHER,
    /** The provider does not accept the API key. */
    KEY,
    /** The account has no credit left. */
    CREDIT,
    /** What the plan includes is used up until its next month. */
    QUOTA,
    /** The plan does not include this API. */
    PLAN,
    /** The endpoint is not at this address. */
    ADDRESS,
    /** The account's queue stayed full. */
    BUSY,
    /** The provider keeps taking it for the same request sent again. */
    REPEATED,
    /** The request never reached the provider. */
    UNREACHABLE,
    /** The provider says that it is temporarily unavailable. */
    UNAVAILABLE,
    /** The provider gave the same bad answer too often in a row. */
    OUTAGE,
    /** The budget is used up. */
    BUDGET,
    /** The time for buying is over. */
    WINDOW,
    /** A person or the system stopped the run, or it broke. */
    INTERRUPTED,
    /** The provider accepted it and could not render it. */
    GENERATION,
    /** The provider's server failed on it. */
    SERVER,
    /** Sent, and no clear answer came. */
    UNANSWERED,
    /** The provider accepted it, and then no longer knew it. */
    LOST,
    /** The row itself is wrong; nothing was sent. */
    ROW,
    /** Paid, and not ready yet. */
    COLLECTING,
    /** Paid, and its picture could not be fetched yet. */
    PICTURE,
    /** Paid, and its picture is gone at the provider. */
    GONE,
    /** Its picture is kept, and a check asks a person to look. */
    CHECK,
    /** A person decided that there is no picture. */
    DECIDED;

    /** As results.csv and messages write it: {@code photo}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Java 17's stand-in for an exhaustive switch: a new case breaks every caller, as it should. */
  default <T> T match(
      Function<Rendered, T> rendered,
      Function<Accepted, T> accepted,
      Function<Refused, T> refused,
      Function<Busy, T> busy,
      Function<NotSent, T> notSent,
      Function<EndpointUnusable, T> endpointUnusable,
      Function<Failed, T> failed,
      Function<Unsure, T> unsure) {
    if (this instanceof Rendered it) return rendered.apply(it);
    if (this instanceof Accepted it) return accepted.apply(it);
    if (this instanceof Refused it) return refused.apply(it);
    if (this instanceof Busy it) return busy.apply(it);
    if (this instanceof NotSent it) return notSent.apply(it);
    if (this instanceof EndpointUnusable it) return endpointUnusable.apply(it);
    if (this instanceof Failed it) return failed.apply(it);
    return unsure.apply((Unsure) this);
  }
}
