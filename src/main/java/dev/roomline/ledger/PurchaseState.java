package dev.roomline.ledger;

import dev.roomline.domain.RenderOutcome.Charge;

/** Where a purchase stands; see {@code src/docs/ledger.md} for the arrows between them. */
public enum PurchaseState {
  /** Claimed; the request may be on its way. */
  SENDING(Charge.PERHAPS),
  /** Paid, to be collected. */
  ACCEPTED(Charge.YES),
  /** Paid and delivered. */
  RENDERED(Charge.YES),
  /** Not paid: the provider said no. */
  REFUSED(Charge.NO),
  /** May have been paid: the provider reports that it failed. */
  SPOILED(Charge.PERHAPS),
  /** May have been paid: no answer says so. */
  UNSURE(Charge.PERHAPS);

  private final Charge paid;

  PurchaseState(Charge paid) {
    this.paid = paid;
  }

  /** Whether it is paid, by the answer of the provider. */
  public Charge paid() {
    return paid;
  }
}
