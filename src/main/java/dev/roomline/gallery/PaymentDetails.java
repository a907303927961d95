package dev.roomline.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment of a render, for people who check the provider's account. Empty texts are left out.
 *
 * @param paid {@code bought}, {@code reused}, {@code no} or {@code perhaps}
 * @param cost what it cost the run, as results.csv writes it
 */
public record PaymentDetails(
    String paid,
    String requestId,
    int attempts,
    String cost,
    @Nullable Instant renderedAt) {}
