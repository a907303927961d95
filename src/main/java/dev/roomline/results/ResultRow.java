package dev.roomline.results;

import dev.roomline.domain.Keeping.Gone;
import dev.roomline.domain.Keeping.Kept;
import dev.roomline.domain.Keeping.Missing;
import dev.roomline.domain.Money;
import dev.roomline.domain.Place;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Status;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Settled;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of results.
 *
 * @param place the spreadsheet's row, and which of its lines
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
    Place place,
    List<String> cells,
    String name,
    String prompt,
    @Nullable RenderKey key,
    Status status,
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
      RoomRow.Order row, String name, RenderKey key, Settled settled, Run run) {
    return of(row.place(), row.cells(), name, row.request().prompt(), key, settled, run);
  }

  /** This line, brought up to date from the books. */
  public ResultRow now(Entry known, Run run) {
    return of(place, cells, name, prompt, known.purchase().key(), Settled.of(known), run);
  }

  public static ResultRow invalid(RoomRow.Invalid row, String name) {
    return new ResultRow(
        row.place(),
        row.cells(),
        name,
        "",
        null,
        Status.INVALID,
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
      Place place,
      List<String> cells,
      String name,
      String prompt,
      RenderKey key,
      Settled settled,
      Run run) {
    var outcome = settled.outcome();
    var render = outcome instanceof Rendered rendered ? rendered.render() : null;
    return new ResultRow(
        place,
        cells,
        name,
        prompt,
        key,
        status(settled),
        paid(settled, run.number(), place.line()),
        render,
        requestId(outcome),
        settled.attempts(),
        error(settled),
        Causes.of(settled),
        render == null ? null : settled.at(),
        pictures(settled),
        null);
  }

  /** Where its pictures are, as seen from the output folder. */
  public List<String> shown() {
    if (pictures.renders().isEmpty()) return List.of();
    return PictureNames.of(this).renders(pictures.renders()).stream()
        .map(name -> PictureNames.FOLDER + "/" + name)
        .toList();
  }

  private static RowPictures pictures(Settled settled) {
    return settled.keeping() instanceof Kept kept
            && !decided(settled, Decision.REJECTED)
            && !retried(settled)
        ? new RowPictures(kept.pictures(), kept.photo(), kept.checks())
        : RowPictures.NONE;
  }

  public static Status status(Settled settled) {
    if (retried(settled)) return Status.NOT_BOUGHT;
    return settled
        .outcome()
        .match(
            rendered -> statusOfPictures(settled),
            accepted -> Status.RENDERING,
            refused -> Status.REFUSED,
            busy -> Status.NOT_BOUGHT,
            notSent -> Status.NOT_BOUGHT,
            closed -> Status.NOT_BOUGHT,
            spoiled -> Status.FAILED,
            unsure -> Doubt.status(settled.judgement()));
  }

  private static Status statusOfPictures(Settled settled) {
    if (decided(settled, Decision.REJECTED)) return Status.FAILED;
    if (settled.keeping() instanceof Gone) return Status.EXPIRED;
    if (!(settled.keeping() instanceof Kept kept)) return Status.RENDERING;
    return kept.checks().isEmpty() || decided(settled, Decision.ACCEPTED)
        ? Status.RENDERED
        : Status.REVIEW;
  }

  private static boolean decided(Settled settled, Decision decision) {
    var judgement = settled.judgement();
    return judgement != null && judgement.decision() == decision;
  }

  private static boolean retried(Settled settled) {
    return settled.judgement() != null && settled.judgement().retried();
  }

  private static String paid(Settled settled, long run, long line) {
    var ours = settled.run() == run && settled.line() == line;
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
            unsure -> Doubt.paid(settled.judgement(), ours));
  }

  private static String error(Settled settled) {
    var judgement = settled.judgement();
    if (judgement != null && judgement.retried()) return judgement.signed("to be bought once more");
    return settled
        .outcome()
        .match(
            rendered -> errorOfPictures(settled),
            accepted -> "paid and not ready yet; a later run collects it",
            refused -> refused.reason(),
            busy -> "the account was busy",
            notSent -> notSent.reason(),
            closed -> closed.reason(),
            spoiled -> spoiled.reason(),
            unsure -> Doubt.error(settled.judgement(), unsure.reason()));
  }

  private static String errorOfPictures(Settled settled) {
    var judgement = settled.judgement();
    if (judgement != null && decided(settled, Decision.REJECTED)) {
      return judgement.signed("rejected");
    }
    if (settled.keeping() instanceof Missing missing) {
      return "paid, but its picture is not here: " + missing.reason();
    }
    return settled.keeping() instanceof Gone gone
        ? "paid, but its picture is gone at the vendor: " + gone.reason()
        : "";
  }

  private static @Nullable String requestId(RenderOutcome outcome) {
    if (outcome instanceof Accepted accepted) return accepted.ticket().requestId();
    return outcome instanceof Rendered rendered ? rendered.render().requestId() : null;
  }
}
