package dev.roomline.results;

import dev.roomline.domain.Payment;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Missing;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.PurchaseMeaning;
import dev.roomline.ledger.PurchaseMeaning.Category;
import dev.roomline.ledger.RenderResult;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase means for the rows that show it. The tables of {@code src/docs/ledger.md} list
 * every case and are its test.
 */
public record RowMeaning(PurchaseMeaning purchase) {
  /** Why a row waits whose picture was kept and is not in the picture store any more. */
  static final String PICTURE_LOST =
      "paid, but its picture was changed, cut short or deleted since it was kept";

  /** The meaning of an entry of the ledger. */
  public static RowMeaning of(LedgerEntry entry) {
    return new RowMeaning(entry.meaning());
  }

  /** The meaning of a render's result. */
  public static RowMeaning of(RenderResult result) {
    return new RowMeaning(result.meaning());
  }

  /** The status of the row. */
  public ResultStatus status() {
    return status(purchase.kind());
  }

  /** The status it has until a person asks for it again. */
  ResultStatus statusBeforeRetry() {
    return status(purchase.kindBeforeRetry());
  }

  /**
   * What the row says about the payment.
   *
   * @param ours whether this run sent the request, and for this line
   */
  Payment payment(boolean ours) {
    return Payment.of(purchase.paid(), ours);
  }

  /** Why there is no good picture; null if there is one. */
  @Nullable
  Cause cause() {
    return cause(purchase.kind());
  }

  /** The cause it has until a person asks for it again. */
  @Nullable
  Cause causeBeforeRetry() {
    return cause(purchase.kindBeforeRetry());
  }

  /** The same in a sentence; empty if there is a picture. */
  String error() {
    return switch (purchase.kind()) {
      case RENDERED, TO_REVIEW -> "";
      case PICTURE_MISSING ->
        purchase.pictures() instanceof Missing missing
            ? "paid, but its picture is not here yet: " + missing.reason()
            : "";
      case PICTURE_GONE -> "paid, but its picture is gone at the provider: " + goneReason();
      case PICTURE_REJECTED -> signed("rejected");
      case ACCEPTED, REFUSED, NOT_SENT, FAILED, UNSURE -> reasonOfOutcome();
      case NOT_PAID -> signed("marked as not paid");
      case PAID_ELSEWHERE -> signed("marked as paid, without a picture,");
      case GIVEN_UP -> signed("given up");
      case BUY_AGAIN -> signed("to be rendered again, asked for");
    };
  }

  /** Why it failed before a person asked for it again. */
  String errorBeforeRetry() {
    return switch (purchase.kindBeforeRetry()) {
      case PICTURE_GONE -> goneReason();
      case PICTURE_REJECTED -> purchase.isRetried() ? "rejected" : signed("rejected");
      default -> reasonOfOutcome();
    };
  }

  /** Whether {@code retry} may send it again. */
  public boolean mayBeRetried() {
    return purchase.isRetryable();
  }

  /** Whether {@code resolve} may decide about it, or correct what was decided. */
  public boolean mayBeDecided() {
    return purchase.isDecidable();
  }

  /** Whether it was or is unsure and {@code retry} leaves it alone: it may have been charged. */
  public boolean isHeldFromRetry() {
    return switch (purchase.kind()) {
      case UNSURE, PAID_ELSEWHERE, GIVEN_UP -> true;
      default -> false;
    };
  }

  /** The cause where only the status is known, as in results of earlier releases. */
  static @Nullable Cause usualCause(ResultStatus status) {
    return switch (status) {
      case RENDERED -> null;
      case REVIEW -> Cause.CHECK;
      case RENDERING -> Cause.COLLECTING;
      case EXPIRED -> Cause.GONE;
      case REFUSED -> Cause.OTHER;
      case NOT_BOUGHT -> Cause.INTERRUPTED;
      case FAILED -> Cause.GENERATION;
      case UNSURE -> Cause.UNANSWERED;
      case INVALID -> Cause.ROW;
    };
  }

  /** Reads the cause from the table. */
  static @Nullable Cause readCause(@Nullable String name, ResultStatus status) {
    return name == null ? usualCause(status) : Cause.valueOf(name);
  }

  private static ResultStatus status(Category category) {
    return switch (category) {
      case RENDERED -> ResultStatus.RENDERED;
      case TO_REVIEW -> ResultStatus.REVIEW;
      case PICTURE_MISSING, ACCEPTED -> ResultStatus.RENDERING;
      case PICTURE_GONE -> ResultStatus.EXPIRED;
      case REFUSED -> ResultStatus.REFUSED;
      case NOT_SENT, NOT_PAID, BUY_AGAIN -> ResultStatus.NOT_BOUGHT;
      case FAILED, PICTURE_REJECTED, PAID_ELSEWHERE, GIVEN_UP -> ResultStatus.FAILED;
      case UNSURE -> ResultStatus.UNSURE;
    };
  }

  private @Nullable Cause cause(Category category) {
    return switch (category) {
      case RENDERED -> null;
      case TO_REVIEW -> Cause.CHECK;
      case PICTURE_MISSING -> Cause.PICTURE;
      case PICTURE_GONE -> Cause.GONE;
      case PICTURE_REJECTED, PAID_ELSEWHERE, GIVEN_UP -> Cause.DECIDED;
      case NOT_PAID -> Cause.INTERRUPTED;
      case ACCEPTED, REFUSED, NOT_SENT, FAILED, UNSURE, BUY_AGAIN -> causeOfOutcome();
    };
  }

  private Cause causeOfOutcome() {
    return purchase
        .outcome()
        .match(
            rendered -> Cause.INTERRUPTED,
            accepted -> Cause.COLLECTING,
            refused -> refused.cause(),
            busy -> Cause.BUSY,
            notSent -> notSent.cause(),
            endpointUnusable -> endpointUnusable.cause(),
            failed -> Cause.GENERATION,
            unsure -> unsure.cause());
  }

  private String reasonOfOutcome() {
    return purchase
        .outcome()
        .match(
            rendered -> "",
            accepted -> "paid, but not ready yet; a later run collects it",
            refused -> refused.reason(),
            busy -> "the account was busy",
            notSent -> notSent.reason(),
            endpointUnusable -> endpointUnusable.reason(),
            failed -> failed.reason(),
            unsure -> unsure.reason());
  }

  private String goneReason() {
    return purchase.pictures() instanceof Gone gone ? gone.reason() : "";
  }

  private String signed(String decided) {
    var decision = purchase.decision();
    return decision == null ? "" : decision.signed(decided);
  }
}
