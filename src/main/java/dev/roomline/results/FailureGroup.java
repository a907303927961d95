package dev.roomline.results;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import org.jspecify.annotations.Nullable;

/**
 * Lines that share a reason for not being rendered.
 *
 * @param rows how many rows they belong to
 * @param firstRow the first of them, by its number in the room list
 */
public record FailureGroup(
    ResultStatus status,
    @Nullable Cause cause,
    String error,
    long lines,
    long rows,
    long firstRow) {}
