package dev.roomline.ledger;

import dev.roomline.room.RenderOutcome;
import java.time.Instant;

/**
 * A line of the books.
 *
 * @param run the run that sent it
 * @param row the row it was sent for
 * @param outcome how it ended so far; an open claim reads as unsure
 * @param at when it was accepted, if it waits to be collected, otherwise when it ended
 */
public record Entry(
    Purchase purchase, State state, long run, long row, RenderOutcome outcome, Instant at) {}
