package dev.roomline.render;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RoomRow;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers that came when the ledger could not be written any more; the run reports them. */
final class UnrecordedAnswers {
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();

  void add(RoomRow.Order row, RenderOutcome outcome) {
    answers.add("row " + row.position().row() + ": " + message(outcome));
  }

  List<String> answers() {
    return List.copyOf(answers);
  }

  private static String message(RenderOutcome outcome) {
    return outcome.match(
        rendered -> "paid, rendered: " + String.join(" ", rendered.render().outputs()),
        accepted -> "paid, accepted as " + accepted.ticket().requestId(),
        refused -> "not paid, refused: " + refused.reason(),
        busy -> "not paid, the provider was busy",
        notSent -> "not paid, " + notSent.reason(),
        endpointUnusable -> "not paid, " + endpointUnusable.reason(),
        failed -> "perhaps paid, failed: " + failed.reason(),
        unsure -> "perhaps paid, " + unsure.reason());
  }
}
