package dev.roomline.render.limits;

/**
 * What the account allows.
 *
 * @param requestsPerMinute creates per minute; 0 is unlimited
 * @param burst creates that may leave at once before the even pace holds, at least 1
 * @param inFlight renders that may be queued at the provider, at least 1
 */
public record LimitSettings(int requestsPerMinute, int burst, int inFlight) {}
