package dev.roomline.cli;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.status.StatusReader;
import dev.roomline.report.CommandSummary;
import dev.roomline.report.JsonReports;
import dev.roomline.state.StateFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code roomline status}. */
@Command(
    name = "status",
    footerHeading = "%nExamples:%n",
    footer = {"  roomline status", "  roomline status nightly --json"},
    description = {"Shows the progress of the current run, or how the last runs ended.", ""})
final class StatusCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "JOB",
      arity = "0..1",
      description = "The job. Default: the state in ./state")
  private @Nullable String job;

  @Mixin
  private StateOptions where = new StateOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws Exception {
    var state = new StateFolder(where.state(job));
    var status = new StatusReader(state).status();
    try (var console = new Console(output, where.invocation(job), "status")) {
      console.result(ExitCode.DONE, CommandSummary.of(status), JsonReports.of(status));
    }
    return ExitCode.DONE.code();
  }
}
