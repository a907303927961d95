package dev.roomline.cli;

import dev.roomline.job.RunCommand;
import dev.roomline.job.RunJob;
import dev.roomline.job.StopSwitch;
import dev.roomline.report.Summary;
import dev.roomline.room.BadInput;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code roomline run}. */
@Command(
    name = "run",
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline run jobs/listing-renders.yml",
      "  roomline run nightly --quiet --wait 2h",
      "  roomline run nightly --until 06:00 --zone Europe/Berlin",
      "  roomline run rooms.csv --limit 3",
      "  roomline run catalogue --endpoint https://modelslab.com --budget 200",
      "  roomline run nightly --set endpoint.price=0.02 --budget money=5 --budget per=day"
    },
    description = {
      "Renders the rows not paid for yet; the same command goes on where it was.",
      "The key comes from ROOMLINE_API_KEY, or from the file ROOMLINE_API_KEY_FILE names.",
      ""
    })
final class RunVerb implements Callable<Integer> {
  @Mixin
  private JobOptions job = new JobOptions();

  @Mixin
  private BudgetOption budget = new BudgetOption();

  @Mixin
  private WindowOptions window = new WindowOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(names = "--fresh", description = "Buy every render anew.")
  private boolean fresh;

  @Option(names = "--limit", paramLabel = "N", description = "Buy at most N this time.")
  private @Nullable Long limit;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Wait this long for another run on the same state.")
  private Duration wait = Duration.ZERO;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long an interrupted run waits for calls in flight: ${DEFAULT-VALUE}.")
  private Duration grace = Duration.ZERO;

  @Override
  public Integer call() throws Exception {
    var flags = new LinkedHashMap<>(budget.settings());
    flags.putAll(window.overrides());
    var sheet = job.sheet(System.getenv(), flags);
    var stop = new StopSwitch();
    StopSignals.pull(stop);
    try (var vendor = Vendor.of(sheet, System.getenv());
        var console = new Console(output, sheet.name())) {
      if (limit != null && limit < 0) throw new BadInput("--limit " + limit + ": write 0 or more");
      var most = limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
      var command = new RunCommand(
          sheet, vendor.counter(), fresh, most, wait, grace, RunCommand.Pulse.usual());
      vendor.notice().ifPresent(console::news);
      var report = new RunJob(command, stop, console::news, console::figures).run();
      console.result(report.exit(), Summary.of(report), report.asJson());
      return report.exit().code();
    }
  }
}
