package dev.roomline.cli;

import dev.roomline.jobfile.JobFileFinder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which state a verb looks into. */
final class StateOptions {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "The state to look into; else ./state.")
  private @Nullable Path state;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any key of the sheet, dotted.")
  private List<String> set = List.of();

  /** The state named, the job's, or the one in the working folder. */
  Path state(@Nullable String job) {
    if (state != null) return state.toAbsolutePath().normalize();
    if (job != null) return JobFileFinder.open(job, Assignments.read(set)).state();
    return Path.of("state").toAbsolutePath();
  }
}
