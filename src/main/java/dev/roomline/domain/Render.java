package dev.roomline.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished render, as the endpoint described it.
 *
 * @param outputs where the pictures are, at least one
 * @param proxyLinks further addresses of the same pictures (the provider's {@code proxy_links})
 * @param seed unsigned 32 bit at the provider
 * @param generationTime seconds
 * @param meta the endpoint's meta object as JSON, unknown fields and nulls included; its beginning
 *     if it is very long
 */
public record Render(
    List<String> outputs,
    List<String> proxyLinks,
    @Nullable Long seed,
    @Nullable String modelId,
    @Nullable String requestId,
    @Nullable Double generationTime,
    @Nullable String meta) {}
