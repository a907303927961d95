package dev.roomline.output;

import java.time.Instant;
import java.util.List;

/**
 * The run that the output folder shows.
 *
 * @param words why it stopped early; empty if it did not
 */
public record PublishedRun(
    String job, long run, Instant started, Instant ended, List<String> words) {}
