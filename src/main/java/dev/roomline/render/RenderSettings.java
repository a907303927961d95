package dev.roomline.render;

import java.time.Duration;

/**
 * How fast, how long and how much may be bought.
 *
 * @param requestsPerMinute creates per minute for the account; 0 is unlimited
 * @param burst creates that may leave at once before the even pace holds, at least 1
 * @param inFlight renders the account may have queued at the vendor, at least 1
 * @param patience how long one accepted render is waited for, counted from its acceptance
 * @param retries how often a render that the vendor reports as failed is bought again
 * @param resend whether an unsure render is bought again, once
 * @param budget the most renders this run may buy; {@code Long.MAX_VALUE} for no bound
 */
public record RenderSettings(
    int requestsPerMinute,
    int burst,
    int inFlight,
    Duration patience,
    int retries,
    boolean resend,
    long budget) {}
