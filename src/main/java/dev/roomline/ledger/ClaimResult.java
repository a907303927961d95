package dev.roomline.ledger;

/** The answer to wanting to buy. */
public enum ClaimResult {
  /** The purchase is ours to make, and only ours. */
  OURS,
  /** Someone claimed it before. */
  TAKEN,
  /** The run has bought all it may. */
  CAPPED
}
