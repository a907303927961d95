package dev.roomline.results;

import dev.roomline.domain.Keeping.Gone;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.Status;
import dev.roomline.ledger.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a render has no picture and gets none by itself; {@code retry} buys it once more.
 *
 * @param was the status it has as long as nobody wants it once more
 * @param cause its class in one word
 * @param entry the purchase that came to nothing; null if there never was one
 */
public record Setback(
    Status was, String cause, String reason, @Nullable Entry entry) {

  public static Setback invalid(String problem) {
    return new Setback(Status.INVALID, Cause.ROW.text(), problem, null);
  }

  /** Empty if a picture is here or may come, or if nobody knows whether it is paid. */
  public static Optional<Setback> of(Entry entry) {
    if (entry.outcome() instanceof Refused it) {
      return Optional.of(new Setback(Status.REFUSED, it.cause().text(), it.reason(), entry));
    }
    if (entry.outcome() instanceof Spoiled it) {
      return Optional.of(new Setback(Status.FAILED, Cause.GENERATION.text(), it.reason(), entry));
    }
    if (entry.keeping() instanceof Gone it) {
      return Optional.of(new Setback(Status.EXPIRED, Cause.GONE.text(), it.reason(), entry));
    }
    if (!entry.rejected() && !entry.retried()) return Optional.empty();
    return Optional.of(new Setback(Status.FAILED, Cause.DECIDED.text(), rejection(entry), entry));
  }

  private static String rejection(Entry entry) {
    var judgement = entry.judgement();
    return judgement == null || judgement.retried() ? "rejected" : judgement.signed("rejected");
  }
}
