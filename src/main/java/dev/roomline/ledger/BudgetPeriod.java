package dev.roomline.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A calendar day or month in a time zone that has a budget. */
public record BudgetPeriod(Length length, ZoneId zone) {

  /** The length of a budget period. */
  public enum Length {
    DAY,
    MONTH
  }

  /** One such day or month, from {@code starts} inclusive to {@code ends} exclusive. */
  public record Window(Instant starts, Instant ends) {}

  /** The day or month of a moment; a day on which clocks change has 23 or 25 hours. */
  public Window at(Instant moment) {
    var today = moment.atZone(zone).toLocalDate();
    var first = length == Length.DAY ? today : today.withDayOfMonth(1);
    var next = length == Length.DAY ? first.plusDays(1) : first.plusMonths(1);
    return new Window(
        first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  /** When the next one begins. */
  public ZonedDateTime nextAfter(Instant moment) {
    return at(moment).ends().atZone(zone);
  }
}
