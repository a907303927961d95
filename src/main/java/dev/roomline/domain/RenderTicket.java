package dev.roomline.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A render that is paid for and not ready yet; collecting it is free.
 *
 * @param requestId the provider's id
 * @param collectFrom the provider's {@code fetch_result}, if it is at the configured origin
 * @param eta how long the provider expects to need from now
 */
public record RenderTicket(String requestId, @Nullable String collectFrom, Duration eta) {}
