package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import org.jspecify.annotations.Nullable;

/** What a person can do about a row. Each remedy begins with what to do. */
public final class Remedies {
  private Remedies() {}

  /** The remedy for a cause, or for the status if the cause is unknown or has none of its own. */
  public static String remedy(ResultStatus status, @Nullable Cause cause) {
    if (cause == null) return remedy(status);
    return switch (cause) {
      case PHOTO -> "check that the photo opens in a browser without a login, and run again";
      case FIELD -> "correct the value that the provider names, and run again";
      case CONTENT ->
        "change the prompt: the provider may close an account that repeats such requests";
      case MODEL -> "correct the model name under endpoint.extra, and run again";
      case OTHER -> "read the provider's message, change the row and run again";
      case KEY -> "set ROOMLINE_API_KEY to a valid key, and run the same command";
      case CREDIT -> "add credit at the provider, and run the same command";
      case QUOTA -> "wait for the plan's next month or get a larger plan, and run again";
      case PLAN -> "get a plan that includes this, and run the same command";
      case ADDRESS -> "correct endpoint.url or endpoint.family, and run again";
      case BUSY -> "lower limits.in-flight or wait for the account's other users, and run again";
      case REPEATED -> "run the same command later: the request was sent too often in a short time";
      case UNREACHABLE -> "check that the provider can be reached from here, and run again";
      case OUTAGE -> "check the network and the provider's status, and run again";
      case BUDGET -> "run the same command again, or raise the budget";
      case WINDOW -> "run the same command again in the next time window";
      case INTERRUPTED, UNAVAILABLE -> "run the same command again to render it";
      case GENERATION -> "change the row and run again; to render it unchanged: roomline retry JOB";
      case DECIDED -> "No action needed. To render it again: roomline retry JOB";
      default -> remedy(status);
    };
  }

  private static String remedy(ResultStatus status) {
    return switch (status) {
      case RENDERED -> "No action needed.";
      case REVIEW ->
        "look at the pictures, then: roomline review JOB accept ROW, or: roomline review JOB reject ROW";
      case RENDERING -> "run the same command later: it collects the picture for free";
      case EXPIRED ->
        "run again later to look for the picture; to pay for a new one: roomline retry JOB";
      case REFUSED -> "change the row and run again; to send it unchanged: roomline retry JOB";
      case NOT_BOUGHT -> "run the same command again to render it";
      case FAILED -> "change the row and run again; to render it unchanged: roomline retry JOB";
      case UNSURE -> "look in the provider's account, then decide: roomline resolve JOB";
      case INVALID -> "correct the row and run again";
    };
  }
}
