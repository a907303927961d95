package dev.roomline.job.run;

import dev.roomline.domain.Status;
import dev.roomline.failure.Exit;
import dev.roomline.failure.Failures;
import dev.roomline.render.limits.Buying.Why;
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
record Ending(Map<Why, String> reasons, @Nullable Exit signal, Optional<Throwable> failure) {

  private static final Set<Status> UNDECIDED =
      EnumSet.of(Status.UNSURE, Status.RENDERING, Status.REVIEW);

  /** The first exit that applies. */
  Exit exit(Map<Status, Long> lines) {
    if (failure.isPresent()) return Failures.exit(failure.get());
    if (reasons.containsKey(Why.ADDRESS)) return Exit.USAGE;
    if (reasons.containsKey(Why.ACCOUNT)) return Exit.ACCOUNT;
    if (reasons.containsKey(Why.ENDPOINT)) return Exit.ENDPOINT;
    if (signal != null) return signal;
    if (reasons.containsKey(Why.BUDGET)) return Exit.BUDGET;
    if (reasons.containsKey(Why.WINDOW)) return Exit.WINDOW;
    if (lines.containsKey(Status.NOT_BOUGHT)) return Exit.ENDPOINT;
    if (lines.keySet().stream().anyMatch(UNDECIDED::contains)) return Exit.UNDECIDED;
    var trouble = lines.keySet().stream().anyMatch(status -> status != Status.RENDERED);
    return trouble ? Exit.TROUBLE : Exit.DONE;
  }

  /** Why it ended early, for a person. */
  List<String> words() {
    var words = new ArrayList<String>();
    failure.ifPresent(cause -> words.add(Failures.message(cause)));
    reasons.forEach((why, text) -> {
      if (why != Why.BROKEN) words.add(text);
    });
    return words;
  }
}
