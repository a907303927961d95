package dev.roomline.job.run;

import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.render.limits.BuyingControl.Why;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a run is over, and what the shell is told of it.
 *
 * @param signal what the stop switch was pulled as; null if it was not
 * @param failure what broke the job
 */
record RunEnd(Map<Why, String> reasons, @Nullable ExitCode signal, Optional<Throwable> failure) {

  private static final Set<ResultStatus> UNDECIDED =
      EnumSet.of(ResultStatus.UNSURE, ResultStatus.RENDERING, ResultStatus.REVIEW);

  /** The first exit that applies. */
  ExitCode exit(Map<ResultStatus, Long> lines) {
    if (failure.isPresent()) return FailureAnalyzer.exit(failure.get());
    if (reasons.containsKey(Why.ADDRESS)) return ExitCode.USAGE;
    if (reasons.containsKey(Why.ACCOUNT)) return ExitCode.ACCOUNT;
    if (reasons.containsKey(Why.ENDPOINT)) return ExitCode.ENDPOINT;
    if (signal != null) return signal;
    if (reasons.containsKey(Why.BUDGET)) return ExitCode.BUDGET;
    if (reasons.containsKey(Why.WINDOW)) return ExitCode.WINDOW;
    if (lines.containsKey(ResultStatus.NOT_BOUGHT)) return ExitCode.ENDPOINT;
    if (lines.keySet().stream().anyMatch(UNDECIDED::contains)) return ExitCode.UNDECIDED;
    var trouble = lines.keySet().stream().anyMatch(status -> status != ResultStatus.RENDERED);
    return trouble ? ExitCode.TROUBLE : ExitCode.DONE;
  }

  /** Why it ended early, for a person. */
  List<String> words() {
    var words = new ArrayList<String>();
    failure.ifPresent(cause -> words.add(FailureAnalyzer.message(cause)));
    reasons.forEach((why, text) -> {
      if (why != Why.BROKEN) words.add(text);
    });
    return words;
  }
}
