package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;

/**
 * A create request that is being charged.
 *
 * @param origin where this sandbox can be reached, for the addresses in its answers
 * @param eta the reported seconds
 */
record Sale(Order order, Ticket ticket, String origin, double eta) {

  /** Large enough that a million renders hardly ever share an id. */
  private static final long NUMBERS = 90_000_000_000_000L;

  String output() {
    return ticket.picture().output(origin);
  }

  /** The short numeric id of a finished render. */
  long number() {
    return 100_000_000L + Long.remainderUnsigned(Dice.hash(ticket.id()), NUMBERS);
  }
}
