package dev.roomline.job.run;

import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.render.limits.StopReason;
import dev.roomline.render.limits.StopReason.AccountRefused;
import dev.roomline.render.limits.StopReason.Broken;
import dev.roomline.render.limits.StopReason.BudgetUsed;
import dev.roomline.render.limits.StopReason.Outage;
import dev.roomline.render.limits.StopReason.WindowEnded;
import dev.roomline.render.limits.StopReason.WrongAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a run ended, and with which exit code.
 *
 * @param signal the exit code of the signal that stopped it; null if none did
 * @param failure what made the job fail
 */
record RunEnd(List<StopReason> reasons, @Nullable ExitCode signal, Optional<Throwable> failure) {

  private static final Set<ResultStatus> UNDECIDED =
      EnumSet.of(ResultStatus.UNSURE, ResultStatus.REVIEW);

  /**
   * The first exit code that applies.
   *
   * @param overdue whether a line has waited for its render since an earlier run
   */
  ExitCode exit(Map<ResultStatus, Long> lines, boolean overdue) {
    if (failure.isPresent()) return FailureAnalyzer.exit(failure.get());
    if (stoppedBy(WrongAddress.class)) return ExitCode.USAGE;
    if (stoppedBy(AccountRefused.class)) return ExitCode.ACCOUNT;
    if (stoppedBy(Outage.class)) return ExitCode.ENDPOINT;
    if (signal != null) return signal;
    var leftForLater = stoppedBy(BudgetUsed.class) || stoppedBy(WindowEnded.class);
    if (lines.containsKey(ResultStatus.NOT_BOUGHT) && !leftForLater) return ExitCode.ENDPOINT;
    if (overdue || lines.keySet().stream().anyMatch(UNDECIDED::contains)) return ExitCode.UNDECIDED;
    if (stoppedBy(BudgetUsed.class)) return ExitCode.BUDGET;
    if (stoppedBy(WindowEnded.class)) return ExitCode.WINDOW;
    var failed = lines.keySet().stream().anyMatch(status -> status != ResultStatus.RENDERED);
    return failed ? ExitCode.TROUBLE : ExitCode.DONE;
  }

  /** Why it ended early, for a person. */
  List<String> messages(StopReasonText text) {
    var messages = new ArrayList<String>();
    failure.ifPresent(cause -> messages.add(FailureAnalyzer.message(cause)));
    for (var reason : reasons) {
      if (!(reason instanceof Broken)) messages.add(text.of(reason));
    }
    return messages;
  }

  private boolean stoppedBy(Class<? extends StopReason> kind) {
    return reasons.stream().anyMatch(kind::isInstance);
  }
}
