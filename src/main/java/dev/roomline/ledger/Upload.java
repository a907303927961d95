package dev.roomline.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo that lies at the provider.
 *
 * @param identity what makes it this photo: {@code sha256:…} of its bytes
 * @param way how it was uploaded
 * @param requestId by which the provider deletes it; null if it cannot be deleted
 * @param expiresAt when the link ends; null where no end is known
 */
public record Upload(
    String identity,
    String way,
    String link,
    @Nullable String requestId,
    @Nullable Instant expiresAt) {}
