package dev.roomline.job.session;

import dev.roomline.domain.Money;
import dev.roomline.ledger.BudgetUsage;
import dev.roomline.ledger.Run;
import dev.roomline.render.limits.StopReason;
import dev.roomline.render.limits.StopReason.AccountRefused;
import dev.roomline.render.limits.StopReason.Broken;
import dev.roomline.render.limits.StopReason.BudgetUsed;
import dev.roomline.render.limits.StopReason.Interrupted;
import dev.roomline.render.limits.StopReason.Outage;
import dev.roomline.render.limits.StopReason.WindowEnded;
import dev.roomline.render.limits.StopReason.WrongAddress;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Why a run stopped early, in a sentence that the report, the gallery and the rows show.
 */
public record StopReasonText(JobRequest request, Run run) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** The sentence for each reason. */
  public List<String> of(List<StopReason> reasons) {
    return reasons.stream().map(this::of).toList();
  }

  /** The sentence for one reason. */
  public String of(StopReason reason) {
    if (reason instanceof Broken it) return it.failure();
    if (reason instanceof WrongAddress it) return it.answer();
    if (reason instanceof AccountRefused it) return it.answer();
    if (reason instanceof Outage it) return it.description();
    if (reason instanceof Interrupted) return "interrupted; run the same command again to continue";
    if (reason instanceof BudgetUsed it) return of(it.usage());
    return of((WindowEnded) reason);
  }

  private String of(WindowEnded it) {
    var end = BuyingWindowEnd.reason(it.end(), request.jobFile().window().zone());
    if (it.left().isNegative() || it.left().isZero()) return "the time window ended at " + end;
    return "the time window ends at %s, and renders take about %d s"
        .formatted(end, Math.max(1, it.expected().toSeconds()));
  }

  private String of(BudgetUsage usage) {
    var rules = request.budgetRules();
    var limits = rules.allowance(run.spent());
    if (rules.isAtTheLimit(usage, run.spent())) {
      return "--limit " + rules.limit().getAsLong() + " is reached";
    }
    var period = limits.period();
    if (period == null || limits.runIsAtItsLimit(usage)) {
      return of(usage.ofRun().renders(), usage.ofRun().money(), "");
    }
    var length = period.length().name().toLowerCase(Locale.ROOT);
    return "%s; the next %s begins %s %s"
        .formatted(
            of(usage.ofPeriod().renders(), usage.ofPeriod().money(), " per " + length),
            length,
            MINUTE.format(period.nextAfter(usage.at())),
            period.zone());
  }

  private String of(long renders, Money spent, String per) {
    var budget = request.jobFile().spending().budget();
    if (budget.renders().isPresent() && renders >= budget.renders().getAsLong()) {
      return "budget.renders: " + budget.renders().getAsLong() + per + " is reached";
    }
    return "budget.money: %s%s is reached: %s is spent, and a render costs %s"
        .formatted(budget.money(), per, spent, request.jobFile().endpoint().price());
  }
}
