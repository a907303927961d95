package dev.roomline.cli;

import dev.roomline.domain.RowSelection;
import dev.roomline.failure.ExitCode;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command to decide about rows of a job's last run, or to list rows that wait for a decision. */
abstract class DecisionCommand implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private DecisionOptions options = new DecisionOptions();

  @Parameters(
      index = "2..*",
      paramLabel = "ROW",
      description = "Rows such as 3 or 7-12, or all: every row that waits.")
  private List<String> rows = List.of();

  /** A report, for a person and for scripts. */
  record Shown(List<String> text, Map<String, Object> json) {}

  /** Decides about the named rows, or lists the rows that wait. */
  abstract Shown decide(JobFile jobFile) throws IOException, InterruptedException;

  @Override
  public final Integer call() throws Exception {
    var jobFile = job.jobFile(System.getenv());
    var shown = decide(jobFile);
    try (var console = new Console(output, job.invocation(), jobFile.name())) {
      console.result(ExitCode.DONE, shown.text(), shown.json());
    }
    return ExitCode.DONE.code();
  }

  /** The named rows; an error message begins with the command and the decision. */
  final RowSelection rows(String commandAndDecision) {
    return DecisionOptions.rows(commandAndDecision, rows);
  }

  final String by() {
    return options.by;
  }

  final String why() {
    return options.why;
  }
}
