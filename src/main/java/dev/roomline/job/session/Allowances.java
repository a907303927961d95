package dev.roomline.job.session;

import dev.roomline.domain.Money;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.jobfile.JobSheet.Per;
import dev.roomline.ledger.Allowance;
import dev.roomline.ledger.Balance;
import dev.roomline.ledger.Cap;
import dev.roomline.ledger.Period;
import dev.roomline.ledger.Run;
import dev.roomline.render.RenderSettings.Budget;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a run may buy, by its sheet and for this time, and the words for it.
 *
 * @param limit the most renders to buy this time
 */
public record Allowances(JobSheet sheet, OptionalLong limit) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  Budget of(Run run) {
    var allowance = allowance(run.spent());
    return new Budget(allowance, balance -> words(allowance, balance, run));
  }

  /**
   * What may be bought.
   *
   * @param spent renders that the run has spent before
   */
  public Allowance allowance(long spent) {
    var ofRun = new Cap(
        Math.min(cap(Per.RUN).renders(), limitAfter(spent)), cap(Per.RUN).money());
    var period = period();
    var ofPeriod = period == null ? Cap.NONE : cap(budget().per());
    return new Allowance(sheet.endpoint().price(), ofRun, period, ofPeriod);
  }

  private JobSheet.Budget budget() {
    return sheet.spending().budget();
  }

  private long limitAfter(long spent) {
    return limit.isPresent() ? Math.addExact(spent, limit.getAsLong()) : Long.MAX_VALUE;
  }

  /** The budget's cap, if that is what it is for. */
  private Cap cap(Per per) {
    var money = budget().money();
    return budget().per() == per
        ? new Cap(budget().renders().orElse(Long.MAX_VALUE), money == null ? Money.ENDLESS : money)
        : Cap.NONE;
  }

  private @Nullable Period period() {
    return switch (budget().per()) {
      case RUN -> null;
      case DAY -> new Period(Period.Length.DAY, budget().zone());
      case MONTH -> new Period(Period.Length.MONTH, budget().zone());
    };
  }

  private String words(Allowance allowance, Balance balance, Run run) {
    var period = allowance.period();
    if (limit.isPresent() && balance.ofRun().renders() >= limitAfter(run.spent())) {
      return "--limit " + limit.getAsLong() + " is reached";
    }
    if (period == null || allowance.runIsAtItsCap(balance)) {
      return words(balance.ofRun().renders(), balance.ofRun().money(), "");
    }
    var per = " per " + period.length().name().toLowerCase(Locale.ROOT);
    return words(balance.ofPeriod().renders(), balance.ofPeriod().money(), per) + "; the next "
        + period.length().name().toLowerCase(Locale.ROOT) + " begins "
        + TIME.format(period.nextAfter(balance.at())) + " " + period.zone();
  }

  private String words(long renders, Money spent, String per) {
    if (budget().renders().isPresent() && renders >= budget().renders().getAsLong()) {
      return "budget.renders: " + budget().renders().getAsLong() + per + " is reached";
    }
    return "budget.money: %s%s is reached: %s is spent, and a render costs %s"
        .formatted(budget().money(), per, spent, sheet.endpoint().price());
  }
}
