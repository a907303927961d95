package dev.roomline.ledger;

import java.time.Instant;

/**
 * How far a budget is used.
 *
 * @param at when that was
 * @param ofRun since the run's last orderly end
 * @param ofPeriod in the day or month of that moment; nothing where there is no budget for such
 */
public record BudgetUsage(Instant at, Usage ofRun, Usage ofPeriod) {}
