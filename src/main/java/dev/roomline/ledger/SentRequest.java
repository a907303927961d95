package dev.roomline.ledger;

import java.time.Instant;

/**
 * When and where a purchase's request left; what a person needs to find it in the provider's account.
 *
 * @param endpoint the endpoint's name
 * @param requestId the provider's id; empty if it never named one
 */
public record SentRequest(Instant at, String endpoint, String requestId) {}
