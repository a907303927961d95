package dev.roomline.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo that was uploaded to the provider.
 *
 * @param identity {@code sha256:…} of its bytes
 * @param way how it was uploaded
 * @param requestId the id to delete it by; null if it cannot be deleted
 * @param expiresAt when the link expires; null if that is not known
 */
public record Upload(
    String identity,
    String way,
    String link,
    @Nullable String requestId,
    @Nullable Instant expiresAt) {}
