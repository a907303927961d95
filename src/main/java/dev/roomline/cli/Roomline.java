package dev.roomline.cli;

import dev.roomline.domain.Suggestion;
import dev.roomline.failure.FailureAnalyzer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main class: finds the command, runs it, and exits with its exit code. */
@Command(
    name = "roomline",
    headerHeading =
        "%nTurns a list of room photos into rendered interiors. Never knowingly pays twice.%n",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "JOB is a job file, its bare name (nightly means jobs/nightly.yml), or a room list (CSV).",
      "Help on one command: ${ROOT-COMMAND-NAME} help run"
    },
    version = "roomline 0.1.0",
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      DoctorCommand.class,
      StatusCommand.class,
      ReviewCommand.class,
      ResolveCommand.class,
      RetryCommand.class,
      QueryCommand.class,
      SandboxCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Roomline implements Runnable {
  private static final int HELP_WIDTH = 100;

  @Spec
  private CommandSpec spec;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @CommandLine.Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;

  private Roomline() {}

  /** Runs the command line and exits the JVM with its exit code. */
  public static void main(String... args) {
    System.setProperty("java.awt.headless", "true");
    // Files and summaries have ASCII digits and a point in numbers, whatever the language here.
    Locale.setDefault(Locale.ROOT);
    // Otherwise a redirected run looks like a terminal on some JDKs.
    System.setProperty("jdk.console", "java.base");
    // A context of the job's own making must not reset the log under threads that write to it.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // On two processors Java before 25 would start a thread for each answer.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    var stderr = UnblockedOutput.replaceStandardError();
    OutOfMemoryGuard.watch();
    try {
      var exit = execute(args);
      stderr.drain(UnblockedOutput.LAST_LINES);
      System.exit(exit);
    } catch (OutOfMemoryError e) {
      OutOfMemoryGuard.end();
    }
  }

  /** Runs a command line; returns the exit code. */
  static int execute(String... args) {
    var program = Invocation.ofProgram().program();
    var roomline = new CommandLine(new Roomline())
        .setCommandName(program)
        .setUsageHelpWidth(HELP_WIDTH)
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(Roomline::usage)
        .setExecutionExceptionHandler(Roomline::failure);
    roomline.getSubcommands().values().forEach(it -> CommandHelp.layOut(it, program));
    return roomline.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int usage(ParameterException e, String[] args) {
    var err = e.getCommandLine().getErr();
    err.println("roomline: " + problem(e));
    if (args.length == 0) e.getCommandLine().usage(err);
    else err.println("Next: " + name(e.getCommandLine()) + " --help");
    return 2;
  }

  private static String problem(ParameterException e) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage())
          .replaceFirst("^Unknown subcommand '(.*)'\\.$", "Unknown command: $1");
    }
    var first = unmatched.getUnmatched().get(0);
    if (first.startsWith("-")) {
      var option = first.replaceFirst("=.*", "");
      var known = e.getCommandLine().getCommandSpec().optionsMap().keySet();
      return "Unknown option: " + option + Suggestion.didYouMean(option, known);
    }
    var commands = e.getCommandLine().getSubcommands().keySet();
    return commands.isEmpty()
        ? "Unexpected argument: " + first
        : "Unknown command: " + first + Suggestion.didYouMean(first, commands);
  }

  private static Invocation invocation(CommandLine command) {
    return command.getCommandSpec().mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(JobOptions.class::isInstance)
        .map(it -> ((JobOptions) it).invocation())
        .findFirst()
        .orElseGet(Invocation::ofProgram);
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("roomline: " + invocation(command).fill(FailureAnalyzer.message(e)));
    return FailureAnalyzer.exit(e).code();
  }
}
