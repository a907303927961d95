package dev.roomline.job.session;

import dev.roomline.domain.Money;
import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFile.Per;
import dev.roomline.ledger.BudgetLimits;
import dev.roomline.ledger.BudgetPeriod;
import dev.roomline.ledger.BudgetUsage;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.SpendingLimit;
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
public record BudgetRules(JobFile jobFile, OptionalLong limit) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  Budget of(Run run) {
    var limits = allowance(run.spent());
    return new Budget(limits, usage -> sentence(limits, usage, run));
  }

  /**
   * What may be bought.
   *
   * @param spent renders that the run has spent before
   */
  public BudgetLimits allowance(long spent) {
    var ofRun = new SpendingLimit(
        Math.min(cap(Per.RUN).renders(), limitAfter(spent)), cap(Per.RUN).money());
    var period = period();
    var ofPeriod = period == null ? SpendingLimit.NONE : cap(budget().per());
    return new BudgetLimits(jobFile.endpoint().price(), ofRun, period, ofPeriod);
  }

  private JobFile.Budget budget() {
    return jobFile.spending().budget();
  }

  private long limitAfter(long spent) {
    return limit.isPresent() ? Math.addExact(spent, limit.getAsLong()) : Long.MAX_VALUE;
  }

  /** The budget's cap, if that is what it is for. */
  private SpendingLimit cap(Per per) {
    var money = budget().money();
    return budget().per() == per
        ? new SpendingLimit(
            budget().renders().orElse(Long.MAX_VALUE), money == null ? Money.ENDLESS : money)
        : SpendingLimit.NONE;
  }

  private @Nullable BudgetPeriod period() {
    return switch (budget().per()) {
      case RUN -> null;
      case DAY -> new BudgetPeriod(BudgetPeriod.Length.DAY, budget().zone());
      case MONTH -> new BudgetPeriod(BudgetPeriod.Length.MONTH, budget().zone());
    };
  }

  private String sentence(BudgetLimits limits, BudgetUsage usage, Run run) {
    var period = limits.period();
    if (limit.isPresent() && usage.ofRun().renders() >= limitAfter(run.spent())) {
      return "--limit " + limit.getAsLong() + " is reached";
    }
    if (period == null || limits.runIsAtItsCap(usage)) {
      return sentence(usage.ofRun().renders(), usage.ofRun().money(), "");
    }
    var per = " per " + period.length().name().toLowerCase(Locale.ROOT);
    return sentence(usage.ofPeriod().renders(), usage.ofPeriod().money(), per) + "; the next "
        + period.length().name().toLowerCase(Locale.ROOT) + " begins "
        + TIME.format(period.nextAfter(usage.at())) + " " + period.zone();
  }

  private String sentence(long renders, Money spent, String per) {
    if (budget().renders().isPresent() && renders >= budget().renders().getAsLong()) {
      return "budget.renders: " + budget().renders().getAsLong() + per + " is reached";
    }
    return "budget.money: %s%s is reached: %s is spent, and a render costs %s"
        .formatted(budget().money(), per, spent, jobFile.endpoint().price());
  }
}
