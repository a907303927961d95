package dev.roomline.output;

import java.time.Instant;
import java.util.List;

/**
 * Why the output is printed: the run that it shows, as it stands.
 *
 * @param words why it stopped early; empty if it did not
 */
public record PublishedRun(
    String job, long run, Instant started, Instant ended, List<String> words) {}
