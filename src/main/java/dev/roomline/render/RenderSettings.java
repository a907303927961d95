package dev.roomline.render;

import dev.roomline.domain.RenderKey;
import dev.roomline.endpoint.UploadMethod;
import dev.roomline.ledger.BudgetLimits;
import dev.roomline.render.limits.LimitSettings;
import dev.roomline.render.limits.RetryDelays;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How fast, how long and how much may be bought.
 *
 * @param limits what the account allows
 * @param patience how long one accepted render is waited for, counted from its acceptance
 * @param repurchase what is bought a second time
 * @param budget how much may be bought
 * @param keeping how pictures are kept
 * @param delays how long to wait before asking again
 * @param uploads how photos from a folder are uploaded to the provider
 */
public record RenderSettings(
    LimitSettings limits,
    Duration patience,
    Repurchase repurchase,
    BudgetLimits budget,
    Keeping keeping,
    RetryDelays delays,
    UploadMethod uploads) {

  /**
   * What is bought a second time without asking a person.
   *
   * @param retries how often a render that the provider reports as failed is bought again
   * @param resend whether an unsure render is bought again, once per run
   * @param only the renders that may be bought at all; of others the known result is used
   */
  public record Repurchase(int retries, boolean resend, Predicate<RenderKey> only) {
    /** Allows every render to be bought. */
    public Repurchase(int retries, boolean resend) {
      this(retries, resend, every -> true);
    }

    /** Allows only these renders to be bought, each as often as a person has decided. */
    public static Repurchase only(Predicate<RenderKey> these) {
      return new Repurchase(0, false, these);
    }
  }

  /**
   * How pictures are kept.
   *
   * @param atOnce pictures that are fetched at the same time, at least 1
   * @param originals whether the photos that renders are made from are kept beside them
   * @param fromTheWeb whether such photos are fetched from the web too, not only from a folder
   */
  public record Keeping(int atOnce, boolean originals, boolean fromTheWeb) {}
}
