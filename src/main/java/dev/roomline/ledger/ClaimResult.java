package dev.roomline.ledger;

/** The result of claiming a purchase. */
public enum ClaimResult {
  /** The caller may send the request, and no other may. */
  OURS,
  /** The purchase was claimed before. */
  TAKEN,
  /** The budget leaves no room for it. */
  CAPPED
}
