package dev.roomline.job.plan;

/** Why a render is to be bought, seen from the sheet's last run. */
public enum PurchaseReason {
  PROMPT("prompt changed", "prompts changed"),
  /** Prompt and photo are the same; a parameter, a preset's or an extra field is not. */
  SETTINGS("setting changed", "settings changed"),
  PHOTO("photo changed", "photos changed"),
  /** It was sent before and is surely not paid, or the policy says so. */
  AGAIN("asked for again", "asked for again"),
  /** The last run did not come to it. */
  LEFT("left by the last run", "left by the last run"),
  /** Its photo was there; the row, the style or the variant was not. */
  RENDER("new render of a known photo", "new renders of known photos"),
  /** Neither its photo nor what the file says of it was there. */
  ROOM("new room", "new rooms");

  private final String one;
  private final String many;

  PurchaseReason(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** So many of them, in words. */
  public String of(long renders) {
    return renders + " " + (renders == 1 ? one : many);
  }
}
