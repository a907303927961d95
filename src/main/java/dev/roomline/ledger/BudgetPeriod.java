package dev.roomline.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What a budget is for, other than a run: the calendar's days or months in some place. */
public record BudgetPeriod(Length length, ZoneId zone) {

  /** How long a budget lasts. */
  public enum Length {
    DAY,
    MONTH
  }

  /** One such day or month: {@code starts} belongs to it, {@code ends} to the next. */
  public record Window(Instant starts, Instant ends) {}

  /** The day or month of a moment; a night on which clocks change is as long as it is. */
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
