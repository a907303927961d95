package dev.roomline.results;

import dev.roomline.domain.Money;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.PictureStatus.Missing;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RoomRow;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of results.
 *
 * @param position the spreadsheet's row, and which of its lines
 * @param cells the input's cells
 * @param key the render's name in the books; null for an invalid row
 * @param paid {@code bought}, {@code reused}, {@code no} or {@code perhaps}
 * @param name what its pictures are called, after its listing or its photo
 * @param prompt as it was sent; empty for an invalid row
 * @param render null unless rendered
 * @param requestId the vendor's id, known before the render is
 * @param error why there is no picture; empty if there is one
 * @param cause the same as a class; null if there is one
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
    String paid,
    @Nullable Render render,
    @Nullable String requestId,
    int attempts,
    String error,
    @Nullable Cause cause,
    @Nullable Instant at,
    RowPictures pictures,
    @Nullable Money cost) {

  public static ResultRow of(
      RoomRow.Order row, String name, RenderKey key, RenderResult result, Run run) {
    return of(row.position(), row.cells(), name, row.request().prompt(), key, result, run);
  }

  /** This line, brought up to date from the books. */
  public ResultRow now(LedgerEntry known, Run run) {
    return of(position, cells, name, prompt, known.purchase().key(), RenderResult.of(known), run);
  }

  public static ResultRow invalid(RoomRow.Invalid row, String name) {
    return new ResultRow(
        row.position(),
        row.cells(),
        name,
        "",
        null,
        ResultStatus.INVALID,
        "no",
        null,
        null,
        0,
        row.problem(),
        Cause.ROW,
        null,
        RowPictures.NONE,
        null);
  }

  private static ResultRow of(
      ResultPosition position,
      List<String> cells,
      String name,
      String prompt,
      RenderKey key,
      RenderResult result,
      Run run) {
    var outcome = result.outcome();
    var render = outcome instanceof Rendered rendered ? rendered.render() : null;
    return new ResultRow(
        position,
        cells,
        name,
        prompt,
        key,
        status(result),
        paid(result, run.number(), position.line()),
        render,
        requestId(outcome),
        result.attempts(),
        error(result),
        Causes.of(result),
        render == null ? null : result.at(),
        pictures(result),
        null);
  }

  /** Where its pictures are, as seen from the output folder. */
  public List<String> shown() {
    if (pictures.renders().isEmpty()) return List.of();
    return PictureNames.of(this).renders(pictures.renders()).stream()
        .map(name -> PictureNames.FOLDER + "/" + name)
        .toList();
  }

  private static RowPictures pictures(RenderResult result) {
    return result.pictures() instanceof Kept kept
            && !decided(result, Kind.REJECTED)
            && !retried(result)
        ? new RowPictures(kept.pictures(), kept.photo(), kept.checks())
        : RowPictures.NONE;
  }

  public static ResultStatus status(RenderResult result) {
    if (retried(result)) return ResultStatus.NOT_BOUGHT;
    return result
        .outcome()
        .match(
            rendered -> statusOfPictures(result),
            accepted -> ResultStatus.RENDERING,
            refused -> ResultStatus.REFUSED,
            busy -> ResultStatus.NOT_BOUGHT,
            notSent -> ResultStatus.NOT_BOUGHT,
            endpointUnusable -> ResultStatus.NOT_BOUGHT,
            failed -> ResultStatus.FAILED,
            unsure -> Doubt.status(result.decision()));
  }

  private static ResultStatus statusOfPictures(RenderResult result) {
    if (decided(result, Kind.REJECTED)) return ResultStatus.FAILED;
    if (result.pictures() instanceof Gone) return ResultStatus.EXPIRED;
    if (!(result.pictures() instanceof Kept kept)) return ResultStatus.RENDERING;
    return kept.checks().isEmpty() || decided(result, Kind.ACCEPTED)
        ? ResultStatus.RENDERED
        : ResultStatus.REVIEW;
  }

  private static boolean decided(RenderResult result, Kind kind) {
    var judgement = result.decision();
    return judgement != null && judgement.kind() == kind;
  }

  private static boolean retried(RenderResult result) {
    return result.decision() != null && result.decision().retried();
  }

  private static String paid(RenderResult result, long run, long line) {
    var ours = result.run() == run && result.line() == line;
    return result
        .outcome()
        .match(
            rendered -> ours ? "bought" : "reused",
            accepted -> ours ? "bought" : "reused",
            refused -> "no",
            busy -> "no",
            notSent -> "no",
            endpointUnusable -> "no",
            failed -> "perhaps",
            unsure -> Doubt.paid(result.decision(), ours));
  }

  private static String error(RenderResult result) {
    var judgement = result.decision();
    if (judgement != null && judgement.retried()) return judgement.signed("to be bought once more");
    return result
        .outcome()
        .match(
            rendered -> errorOfPictures(result),
            accepted -> "paid and not ready yet; a later run collects it",
            refused -> refused.reason(),
            busy -> "the account was busy",
            notSent -> notSent.reason(),
            endpointUnusable -> endpointUnusable.reason(),
            failed -> failed.reason(),
            unsure -> Doubt.error(result.decision(), unsure.reason()));
  }

  private static String errorOfPictures(RenderResult result) {
    var judgement = result.decision();
    if (judgement != null && decided(result, Kind.REJECTED)) {
      return judgement.signed("rejected");
    }
    if (result.pictures() instanceof Missing missing) {
      return "paid, but its picture is not here: " + missing.reason();
    }
    return result.pictures() instanceof Gone gone
        ? "paid, but its picture is gone at the vendor: " + gone.reason()
        : "";
  }

  private static @Nullable String requestId(RenderOutcome outcome) {
    if (outcome instanceof Accepted accepted) return accepted.ticket().requestId();
    return outcome instanceof Rendered rendered ? rendered.render().requestId() : null;
  }
}
