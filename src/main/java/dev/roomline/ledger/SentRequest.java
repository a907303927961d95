package dev.roomline.ledger;

import java.time.Instant;

/**
 * When and where a purchase's request was sent, so that a person can find it in the provider's
 * account.
 *
 * @param endpoint the endpoint's name
 * @param requestId the provider's id; empty if it never named one
 */
public record SentRequest(Instant at, String endpoint, String requestId) {}
