package dev.roomline.ledger;

/** Where a purchase stands; see {@code src/docs/ledger.md} for the arrows between them. */
public enum PurchaseState {
  /** Claimed; the request may be on its way. */
  SENDING,
  /** Paid, to be collected. */
  ACCEPTED,
  /** Paid and delivered. */
  RENDERED,
  /** Not paid: the vendor said no. */
  REFUSED,
  /** Perhaps paid: the vendor reports that it failed. */
  SPOILED,
  /** Perhaps paid: nobody knows. */
  UNSURE
}
