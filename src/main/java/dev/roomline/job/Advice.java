package dev.roomline.job;

/** What a status means for the money, and what a person can do about it. */
public final class Advice {
  private Advice() {}

  /** Whether it is paid, in words. */
  public static String meaning(Status status) {
    return switch (status) {
      case RENDERED -> "paid";
      case REVIEW -> "paid; a person has to look";
      case RENDERING -> "paid, not here yet";
      case EXPIRED -> "paid, and gone at the vendor";
      case REFUSED, NOT_BOUGHT -> "not paid";
      case FAILED, UNSURE -> "perhaps paid, so not bought again by itself";
      case INVALID -> "not sent, not paid";
    };
  }

  /** The remedy. */
  public static String remedy(Status status) {
    return switch (status) {
      case RENDERED -> "nothing to do";
      case REVIEW -> "look at them, then: roomline review JOB accept ROW…, or reject ROW…";
      case RENDERING -> "run the same command later: collecting is free";
      case EXPIRED -> "a changed row is a new render; a later run looks once more";
      case REFUSED -> "change the row and run again";
      case NOT_BOUGHT -> "run the same command later: it buys them then";
      case FAILED -> "a changed row is a new render: change its prompt and run again";
      case UNSURE -> "look in the vendor's account, then decide: roomline resolve JOB";
      case INVALID -> "correct the row and run again";
    };
  }
}
