package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import org.jspecify.annotations.Nullable;

/** What a status means for the money, and what a person can do about it. */
public final class Remedies {
  private Remedies() {}

  /** Whether it is paid, in words. */
  public static String meaning(ResultStatus status) {
    return switch (status) {
      case RENDERED -> "paid";
      case REVIEW -> "paid; a person has to look";
      case RENDERING -> "paid, not here yet";
      case EXPIRED -> "paid, and gone at the provider";
      case REFUSED, NOT_BOUGHT -> "not paid";
      case FAILED, UNSURE -> "perhaps paid, so not bought again by itself";
      case INVALID -> "not sent, not paid";
    };
  }

  /** The remedy for a cause; where none is known, for the status. */
  public static String remedy(ResultStatus status, @Nullable Cause cause) {
    if (cause == null) return remedy(status);
    return switch (cause) {
      case PHOTO -> "see that the photo opens in a browser without a login, and run again";
      case FIELD -> "correct the value that the provider names, and run again";
      case CONTENT -> "change the prompt: asking for it repeatedly may close the account";
      case MODEL -> "correct the model's name under endpoint.extra, and run again";
      case OTHER -> "read the provider's words, change the row and run again";
      case KEY -> "set ROOMLINE_API_KEY to a valid key; then the same command buys it";
      case CREDIT -> "add credit at the provider; then the same command buys it";
      case QUOTA -> "wait for the plan's next month or get a larger one; then run again";
      case PLAN -> "get a plan that includes this; then the same command buys it";
      case ADDRESS -> "correct endpoint.url or endpoint.family, and run again";
      case BUSY -> "lower limits.in-flight, or wait for the account's other users; run again";
      case REPEATED -> "run the same command later: it was sent too often in a short time";
      case UNREACHABLE -> "see that the provider can be reached from here, and run again";
      case OUTAGE -> "see what the endpoint complained of, and run again";
      case BUDGET -> "the same command goes on; or raise the budget";
      case WINDOW -> "the same command goes on in the next window";
      case INTERRUPTED, UNAVAILABLE -> "run the same command later: it buys it then";
      case GENERATION ->
        "change the row and run again; to buy it as it is once more: roomline retry JOB";
      case DECIDED -> "nothing; to buy it once more: roomline retry JOB";
      default -> remedy(status);
    };
  }

  private static String remedy(ResultStatus status) {
    return switch (status) {
      case RENDERED -> "nothing to do";
      case REVIEW -> "look at them, then: roomline review JOB accept ROW…, or reject ROW…";
      case RENDERING -> "run the same command later: collecting is free";
      case EXPIRED -> "a later run looks once more; to buy it once more: roomline retry JOB";
      case REFUSED -> "change the row and run again; as it is: roomline retry JOB";
      case NOT_BOUGHT -> "a later run buys them";
      case FAILED ->
        "change the row and run again; to buy it as it is once more: roomline retry JOB";
      case UNSURE -> "look in the provider's account, then decide: roomline resolve JOB";
      case INVALID -> "correct the row and run again";
    };
  }
}
