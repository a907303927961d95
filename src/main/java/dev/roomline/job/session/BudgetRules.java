package dev.roomline.job.session;

import dev.roomline.domain.Money;
import dev.roomline.domain.Saturated;
import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFile.Per;
import dev.roomline.ledger.BudgetLimits;
import dev.roomline.ledger.BudgetPeriod;
import dev.roomline.ledger.BudgetUsage;
import dev.roomline.ledger.SpendingLimit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a run may pay for, by its job file and by the limit of this run.
 *
 * @param limit the most renders to pay for in this run
 */
public record BudgetRules(JobFile jobFile, OptionalLong limit) {
  /**
   * The limits that apply.
   *
   * @param spent renders that the run has paid for before
   */
  public BudgetLimits allowance(long spent) {
    var ofRun = new SpendingLimit(
        Math.min(cap(Per.RUN).renders(), limitAfter(spent)), cap(Per.RUN).money());
    var period = period();
    var ofPeriod = period == null ? SpendingLimit.NONE : cap(budget().per());
    return new BudgetLimits(jobFile.endpoint().price(), ofRun, period, ofPeriod);
  }

  /**
   * Whether it is the limit of this run that is used up.
   *
   * @param spent renders that the run had paid for before
   */
  boolean isAtTheLimit(BudgetUsage usage, long spent) {
    return limit.isPresent() && usage.ofRun().renders() >= limitAfter(spent);
  }

  private JobFile.Budget budget() {
    return jobFile.spending().budget();
  }

  private long limitAfter(long spent) {
    return limit.isPresent() ? Saturated.plus(spent, limit.getAsLong()) : Long.MAX_VALUE;
  }

  /** The budget's limits, if the budget is per run, day or month as asked. */
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
}
