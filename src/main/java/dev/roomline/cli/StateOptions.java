package dev.roomline.cli;

import dev.roomline.jobfile.JobFileFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the state a command reads. */
final class StateOptions {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder of the state. Default: ./state")
  private @Nullable Path state;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set a key of the job file.")
  private List<String> set = List.of();

  /** How to call a command on the same state. */
  Invocation invocation(@Nullable String job) {
    if (job == null) return Invocation.ofProgram();
    var options = new ArrayList<String>();
    set.forEach(it -> options.add("--set=" + it));
    if (state != null) options.add("--state=" + state);
    return Invocation.of(job, options);
  }

  /** The state named, the job's, or the one in the working folder. */
  Path state(@Nullable String job) {
    if (state != null) return state.toAbsolutePath().normalize();
    if (job != null) return JobFileFinder.open(job, Assignments.read(set)).state();
    return Path.of("state").toAbsolutePath();
  }
}
