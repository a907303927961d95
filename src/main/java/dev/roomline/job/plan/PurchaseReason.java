package dev.roomline.job.plan;

import dev.roomline.domain.Quantity;

/** Why a render is to be paid for, compared with the job's last run. */
public enum PurchaseReason {
  PROMPT("prompt changed", "prompts changed"),
  /** Prompt and photo are the same; a parameter, a preset's or an extra field is not. */
  SETTINGS("setting changed", "settings changed"),
  PHOTO("photo changed", "photos changed"),
  /** It was sent before and was not charged, or the repurchase policy says so. */
  AGAIN("asked for again", "asked for again"),
  /** The last run did not reach it. */
  LEFT("left by the last run", "left by the last run"),
  /** The last run had its photo, but not the row, the style or the variant. */
  RENDER("new render of a known photo", "new renders of known photos"),
  /** The last run had neither its photo nor its description. */
  ROOM("new room", "new rooms");

  private final String one;
  private final String many;

  PurchaseReason(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** The number and the reason, such as {@code 3 prompts changed}. */
  public String of(long renders) {
    return Quantity.number(renders) + " " + Quantity.noun(renders, one, many);
  }
}
