package dev.roomline.cli;

import dev.roomline.jobfile.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations on the command line as job files write them. */
final class DurationConverter implements ITypeConverter<Duration> {
  /** A week, as for the longest time window. */
  private static final Duration LONGEST = Duration.ofDays(7);

  @Override
  public Duration convert(String text) {
    return Durations.parse(text)
        .filter(it -> it.compareTo(LONGEST) <= 0)
        .orElseThrow(() ->
            new TypeConversionException("'" + text + "' must be like 30s, 5m or 2h, at most 168h"));
  }
}
