package dev.roomline.ledger;

import java.time.Instant;

/**
 * How much of a budget is used.
 *
 * @param at when it was read
 * @param ofRun since the run's last orderly end
 * @param ofPeriod in the day or month of that moment; nothing if no period has a budget
 */
public record BudgetUsage(Instant at, Usage ofRun, Usage ofPeriod) {}
