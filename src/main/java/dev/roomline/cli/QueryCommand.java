package dev.roomline.cli;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.status.SqlQuery;
import dev.roomline.state.StateFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roomline query}. */
@Command(
    name = "query",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline query \"select row_no, status, outputs from render_result where run = 1\"",
      "  roomline query \"select state, count(*) from render_ledger group by state\"",
      "  roomline query \"select * from render_run\" --state jobs/state > runs.csv"
    },
    description = {"Prints the result of an SQL select on the state as CSV. Changes nothing.", ""})
final class QueryCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "SQL",
      description = "A select over render_run, render_ledger, render_result.")
  private String sql = "";

  @Mixin
  private StateOptions where = new StateOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    new SqlQuery(new StateFolder(where.state(null))).print(sql, out);
    out.flush();
    return ExitCode.DONE.code();
  }
}
