package dev.roomline.results;

import dev.roomline.domain.Money;
import dev.roomline.domain.Payment;
import dev.roomline.domain.Picture;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RoomRow;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of results.
 *
 * @param position the row of the room list, and which of its lines
 * @param cells the input's cells
 * @param key the render's key in the ledger; null for an invalid row
 * @param name how the names of its pictures begin; they are {@link PictureNames}
 * @param prompt as it was sent; empty for an invalid row
 * @param render null unless rendered
 * @param requestId the provider's id, known before the render is
 * @param error why there is no picture; empty if there is one
 * @param cause the same as a category; null if there is one
 * @param pictures what is kept of it and not rejected
 * @param cost what its purchases cost this run, as read back from the table; null before that, and
 *     where a price is not known
 */
public record ResultRow(
    ResultPosition position,
    List<String> cells,
    String name,
    String prompt,
    @Nullable RenderKey key,
    ResultStatus status,
    Payment paid,
    @Nullable Render render,
    @Nullable String requestId,
    int attempts,
    String error,
    @Nullable Cause cause,
    @Nullable Instant at,
    RowPictures pictures,
    @Nullable Money cost) {

  /** The line of a valid row. */
  public static ResultRow of(
      RoomRow.Order row, String name, RenderKey key, RenderResult result, Run run) {
    var ours = isOf(result, run, row.position());
    return of(row.position(), row.cells(), name, row.request().prompt(), key, result, ours, null);
  }

  /** This line, updated from the ledger. */
  public ResultRow now(LedgerEntry known, Run run) {
    var result = RenderResult.of(known);
    var ours = isOf(result, run, position);
    return of(position, cells, name, prompt, known.purchase().key(), result, ours, null);
  }

  /** The line that an earlier purchase left, which is shown while there is no newer picture. */
  ResultRow showing(LedgerEntry kept) {
    var key = kept.purchase().key();
    return of(position, cells, name, prompt, key, RenderResult.of(kept), false, cost);
  }

  /** The line of an invalid row. */
  public static ResultRow invalid(RoomRow.Invalid row, String name) {
    return new ResultRow(
        row.position(),
        row.cells(),
        name,
        "",
        null,
        ResultStatus.INVALID,
        Payment.NO,
        null,
        null,
        0,
        row.problem(),
        Cause.ROW,
        null,
        RowPictures.NONE,
        null);
  }

  /** Whether it was paid for by this line of this run. */
  private static boolean isOf(RenderResult result, Run run, ResultPosition position) {
    return result.run() == run.number() && result.line() == position.line();
  }

  private static ResultRow of(
      ResultPosition position,
      List<String> cells,
      String name,
      String prompt,
      RenderKey key,
      RenderResult result,
      boolean ours,
      @Nullable Money cost) {
    var outcome = result.outcome();
    var meaning = RowMeaning.of(result);
    var render = outcome instanceof Rendered rendered ? rendered.render() : null;
    return new ResultRow(
        position,
        cells,
        name,
        prompt,
        key,
        meaning.status(),
        meaning.payment(ours),
        render,
        requestId(outcome),
        result.attempts(),
        meaning.error(),
        meaning.cause(),
        render == null ? null : result.at(),
        pictures(result),
        cost);
  }

  /** This line with those of its pictures alone that are stored; without a render it has to wait for it. */
  public ResultRow shownFrom(Predicate<Picture> stored) {
    var photo = pictures.photo();
    if (!pictures.renders().stream().allMatch(stored)) {
      return with(ResultStatus.RENDERING, RowMeaning.PICTURE_LOST, Cause.PICTURE, RowPictures.NONE);
    }
    if (photo == null || stored.test(photo)) return this;
    return with(status, error, cause, new RowPictures(pictures.renders(), null, pictures.checks()));
  }

  private ResultRow with(
      ResultStatus status, String error, @Nullable Cause cause, RowPictures pictures) {
    return new ResultRow(
        position, cells, name, prompt, key, status, paid, render, requestId, attempts, error, cause,
        at, pictures, cost);
  }

  /** The paths of its pictures, relative to the output folder. */
  public List<String> shown() {
    if (pictures.renders().isEmpty()) return List.of();
    return PictureNames.of(this).renders(pictures.renders()).stream()
        .map(name -> PictureNames.FOLDER + "/" + name)
        .toList();
  }

  private static RowPictures pictures(RenderResult result) {
    return result.meaning().hasPictures() && result.pictures() instanceof Kept kept
        ? new RowPictures(kept.pictures(), kept.photo(), kept.checks())
        : RowPictures.NONE;
  }

  private static @Nullable String requestId(RenderOutcome outcome) {
    if (outcome instanceof Accepted accepted) return accepted.ticket().requestId();
    return outcome instanceof Rendered rendered ? rendered.render().requestId() : null;
  }
}
