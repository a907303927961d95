package dev.roomline.ledger;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Charge;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.ledger.Decision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase means: its outcome, its pictures and a person's decision taken together. {@code
 * src/docs/ledger.md} lists every case; {@link LedgerConditions} asks the same questions in SQL.
 *
 * @param pictures null unless it is rendered
 * @param decision null if no person decided
 */
public record PurchaseMeaning(
    RenderOutcome outcome,
    @Nullable PictureStatus pictures,
    @Nullable Decision decision) {

  /** All cases. */
  public enum Category {
    /** Paid, and its pictures are kept. */
    RENDERED,
    /** Paid and kept, and a check asks a person to look. */
    TO_REVIEW,
    /** Paid, and its pictures are not fetched yet. */
    PICTURE_MISSING,
    /** Paid, and its pictures are gone at the provider. */
    PICTURE_GONE,
    /** Paid and kept, and a person rejected its pictures. */
    PICTURE_REJECTED,
    /** Paid, and not ready yet. */
    ACCEPTED,
    /** Not paid: the provider refused it. */
    REFUSED,
    /** Not paid: the provider did not take it. */
    NOT_SENT,
    /** May have been paid: the provider reports that it failed. */
    FAILED,
    /** May have been paid: no answer says so. */
    UNSURE,
    /** It was unsure, and a person found that it was not paid. */
    NOT_PAID,
    /** It was unsure, and a person found that it was paid, but has no picture of it. */
    PAID_ELSEWHERE,
    /** It was unsure, and a person gave it up. */
    GIVEN_UP,
    /** It brought no picture, and a person wants it bought once more. */
    BUY_AGAIN
  }

  /** The case that this purchase is. */
  public Category kind() {
    if (isRetried()) return Category.BUY_AGAIN;
    return outcome.match(
        rendered -> kindOfPictures(),
        accepted -> Category.ACCEPTED,
        refused -> Category.REFUSED,
        busy -> Category.NOT_SENT,
        notSent -> Category.NOT_SENT,
        endpointUnusable -> Category.NOT_SENT,
        failed -> Category.FAILED,
        unsure -> kindOfUnsure());
  }

  /** The case before a person decided to buy it once more; otherwise the same as {@link #kind}. */
  public Category kindBeforeRetry() {
    if (!isRetried()) return kind();
    if (pictures instanceof Kept)
      return Category.PICTURE_REJECTED; // the retry replaced the rejection
    return new PurchaseMeaning(outcome, pictures, null).kind();
  }

  /** Whether it is paid, by the answer of the provider and the decision of a person. */
  public Charge paid() {
    if (outcome.paid() == Charge.NO || isDecided(Kind.NOT_PAID)) return Charge.NO;
    return isDecided(Kind.PAID_ELSEWHERE) ? Charge.YES : outcome.paid();
  }

  /** Whether a person wants it bought once more, and it was not bought since. */
  public boolean isRetried() {
    return decision != null && decision.retried();
  }

  /** Whether {@code retry} may buy it once more: it brings no picture, and that is certain. */
  public boolean isRetryable() {
    return outcome instanceof Refused
        || outcome instanceof Failed
        || pictures instanceof Gone
        || (outcome instanceof Rendered && (isRetried() || isDecided(Kind.REJECTED)));
  }

  /** Whether it waits for a person to find out if it is paid. */
  public boolean isUndecided() {
    return kind() == Category.UNSURE;
  }

  /** Whether a person may decide if it is paid, or correct a decision that nothing came of yet. */
  public boolean isDecidable() {
    return outcome instanceof Unsure
        || (isDecided(Kind.PAID_ELSEWHERE)
            && outcome instanceof Rendered
            && !(pictures instanceof Kept));
  }

  /** Whether its pictures are kept and wanted. */
  public boolean hasPictures() {
    return kind() == Category.RENDERED || kind() == Category.TO_REVIEW;
  }

  private Category kindOfPictures() {
    if (isDecided(Kind.REJECTED)) return Category.PICTURE_REJECTED;
    if (pictures instanceof Gone) return Category.PICTURE_GONE;
    if (!(pictures instanceof Kept kept)) return Category.PICTURE_MISSING;
    return kept.checks().isEmpty() || isDecided(Kind.ACCEPTED)
        ? Category.RENDERED
        : Category.TO_REVIEW;
  }

  private Category kindOfUnsure() {
    if (decision == null) return Category.UNSURE;
    return switch (decision.kind()) {
      case NOT_PAID -> Category.NOT_PAID;
      case PAID_ELSEWHERE -> Category.PAID_ELSEWHERE;
      default -> Category.GIVEN_UP;
    };
  }

  private boolean isDecided(Kind kind) {
    return decision != null && decision.kind() == kind;
  }
}
