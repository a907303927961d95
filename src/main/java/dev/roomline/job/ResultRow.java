package dev.roomline.job;

import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Run;
import dev.roomline.render.Settled;
import dev.roomline.room.Render;
import dev.roomline.room.RenderKey;
import dev.roomline.room.RenderOutcome;
import dev.roomline.room.RenderOutcome.Accepted;
import dev.roomline.room.RenderOutcome.Rendered;
import dev.roomline.room.RoomRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of results.
 *
 * @param number the spreadsheet's row
 * @param cells the input's cells
 * @param key the render's name in the books; null for an invalid row
 * @param paid {@code bought}, {@code reused}, {@code no} or {@code perhaps}
 * @param render null unless rendered
 * @param requestId the vendor's id, known before the render is
 * @param error why there is no picture; empty if there is one
 */
record ResultRow(
    long number,
    List<String> cells,
    @Nullable RenderKey key,
    Status status,
    String paid,
    @Nullable Render render,
    @Nullable String requestId,
    int attempts,
    String error,
    @Nullable Instant at) {

  static ResultRow of(RoomRow row, RenderKey key, Settled settled, Run run) {
    return of(row.number(), row.cells(), key, settled, run);
  }

  /** This line, brought up to date from the books. */
  ResultRow now(Entry known, Run run) {
    return of(number, cells, known.purchase().key(), Settled.of(known), run);
  }

  static ResultRow invalid(RoomRow.Invalid row) {
    return new ResultRow(
        row.number(), row.cells(), null, Status.INVALID, "no", null, null, 0, row.problem(), null);
  }

  private static ResultRow of(
      long number, List<String> cells, RenderKey key, Settled settled, Run run) {
    var outcome = settled.outcome();
    var render = outcome instanceof Rendered rendered ? rendered.render() : null;
    return new ResultRow(
        number,
        cells,
        key,
        status(outcome),
        paid(settled, run.number(), number),
        render,
        requestId(outcome),
        settled.attempts(),
        error(outcome),
        render == null ? null : settled.at());
  }

  static Status status(RenderOutcome outcome) {
    return outcome.match(
        rendered -> Status.RENDERED,
        accepted -> Status.RENDERING,
        refused -> Status.REFUSED,
        busy -> Status.NOT_BOUGHT,
        notSent -> Status.NOT_BOUGHT,
        closed -> Status.NOT_BOUGHT,
        spoiled -> Status.FAILED,
        unsure -> Status.UNSURE);
  }

  private static String paid(Settled settled, long run, long number) {
    var ours = settled.run() == run && settled.row() == number;
    return settled
        .outcome()
        .match(
            rendered -> ours ? "bought" : "reused",
            accepted -> ours ? "bought" : "reused",
            refused -> "no",
            busy -> "no",
            notSent -> "no",
            closed -> "no",
            spoiled -> "perhaps",
            unsure -> "perhaps");
  }

  private static String error(RenderOutcome outcome) {
    return outcome.match(
        rendered -> "",
        accepted -> "paid and not ready yet; a later run collects it",
        refused -> refused.reason(),
        busy -> "the account was busy",
        notSent -> notSent.reason(),
        closed -> closed.reason(),
        spoiled -> spoiled.reason(),
        unsure -> unsure.reason());
  }

  private static @Nullable String requestId(RenderOutcome outcome) {
    if (outcome instanceof Accepted accepted) return accepted.ticket().requestId();
    return outcome instanceof Rendered rendered ? rendered.render().requestId() : null;
  }
}
