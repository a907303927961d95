package dev.roomline.render;

import dev.roomline.domain.Picture;
import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cell.
 *
 * @param outcome the outcome's name with its cause, the pictures' fate, and why the buying ended
 * @param ledgerAgrees whether the ledger says the same
 * @param creates how many whole creates reached the provider
 * @param tries how many creates the renderer tried to send
 * @param bytes how much the provider could say
 */
record FaultResult(
    String outcome, boolean ledgerAgrees, int creates, long tries, long bytes, Duration time) {

  static String describe(RenderResult end, List<StopReason> stopped) {
    var outcome = end.outcome();
    var name = outcome.getClass().getSimpleName();
    if (outcome instanceof Refused it) name += " " + it.cause();
    if (outcome instanceof Rendered) {
      var keeping = Objects.requireNonNull(end.pictures());
      name += "/" + keeping.getClass().getSimpleName();
      if (keeping instanceof PictureStatus.Kept it && !it.checks().isEmpty()) name += ", to review";
    }
    for (var why : stopped) name += " · " + stop(why);
    return name;
  }

  /** The reason in a word, as the tables of faults name it. */
  static String stop(StopReason reason) {
    if (reason instanceof StopReason.Broken) return "BROKEN";
    if (reason instanceof StopReason.WrongAddress) return "ADDRESS";
    if (reason instanceof StopReason.AccountRefused) return "ACCOUNT";
    if (reason instanceof StopReason.Outage) return "ENDPOINT";
    if (reason instanceof StopReason.Interrupted) return "SIGNAL";
    return reason instanceof StopReason.BudgetUsed ? "BUDGET" : "WINDOW";
  }

  /** Whether all of them have got the same pictures. */
  static boolean showTheSame(List<RenderResult> ends) {
    var pictures = ends.stream()
        .map(RenderResult::pictures)
        .map(FaultResult::pictures)
        .distinct()
        .toList();
    return pictures.size() == 1 && !pictures.get(0).isEmpty();
  }

  private static List<Picture> pictures(@Nullable PictureStatus keeping) {
    return keeping instanceof PictureStatus.Kept it ? it.pictures() : List.of();
  }

  /**
   * @param sent whether the provider may have seen it
   */
  static boolean matchesLedger(RenderResult end, Optional<LedgerEntry> entry, boolean sent) {
    var name = end.outcome().getClass();
    if (entry.isEmpty()) return name.getSimpleName().equals("NotSent") || !sent;
    var line = entry.get();
    return line.outcome().getClass().equals(name)
        && line.state().name().equalsIgnoreCase(state(end.outcome()))
        && line.purchase().attempt() == end.attempts()
        && keeping(line.pictures()).equals(keeping(end.pictures()));
  }

  /** The ledger's name of an outcome. */
  private static String state(RenderOutcome outcome) {
    return outcome instanceof Failed ? "SPOILED" : outcome.getClass().getSimpleName();
  }

  private static String keeping(@Nullable Object keeping) {
    return keeping == null ? "" : keeping.getClass().getSimpleName();
  }
}
