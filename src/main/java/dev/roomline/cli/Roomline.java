package dev.roomline.cli;

import dev.roomline.domain.Suggestion;
import dev.roomline.failure.FailureAnalyzer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's entrance: finds the verb, runs it, and turns its end into an exit code. */
@Command(
    name = "roomline",
    headerHeading =
        "%nTurns a CSV of rooms into rendered interiors, and never knowingly pays twice.%n",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "JOB is a sheet, a bare name (nightly is jobs/nightly.yml), or a CSV with all defaults.",
      "Each verb explains itself: roomline run --help"
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
      SandboxCommand.class
    })
public final class Roomline implements Runnable {
  private static final int HELP_WIDTH = 100;

  @Spec
  private CommandSpec spec;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  boolean help;

  @CommandLine.Option(names = "--version", versionHelp = true, description = "The version.")
  boolean version;

  private Roomline() {}

  public static void main(String... args) {
    System.setProperty("java.awt.headless", "true");
    // Otherwise a redirected run looks like a terminal on some JDKs.
    System.setProperty("jdk.console", "java.base");
    // A context of the job's own making must not reset the log under threads that write to it.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // On two processors Java before 25 would start a thread for each answer.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    OutOfMemoryGuard.watch();
    try {
      System.exit(execute(args));
    } catch (OutOfMemoryError e) {
      OutOfMemoryGuard.end();
    }
  }

  /** Runs a command line; what {@link #main} exits with. */
  static int execute(String... args) {
    var roomline = new CommandLine(new Roomline())
        .setUsageHelpWidth(HELP_WIDTH)
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(Roomline::usage)
        .setExecutionExceptionHandler(Roomline::failure);
    roomline.getSubcommands().values().forEach(Roomline::examplesFirst);
    return roomline.execute(args);
  }

  /** A verb's examples are its footer: its header would replace it in the list of verbs. */
  private static void examplesFirst(CommandLine verb) {
    var sections = new ArrayList<>(verb.getHelpSectionKeys());
    var examples =
        List.of(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, UsageMessageSpec.SECTION_KEY_FOOTER);
    sections.removeAll(examples);
    sections.addAll(0, examples);
    verb.setHelpSectionKeys(sections);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no verb given");
  }

  private static int usage(ParameterException e, String[] args) {
    var err = e.getCommandLine().getErr();
    err.println("roomline: " + problem(e, args));
    if (args.length == 0) e.getCommandLine().usage(err);
    else err.println("Try: " + name(e.getCommandLine()) + " --help");
    return 2;
  }

  private static String problem(ParameterException e, String[] args) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    var first = unmatched.getUnmatched().get(0);
    var verbs = e.getCommandLine().getSubcommands().keySet();
    var isVerb = !verbs.isEmpty() && first.equals(args[0]) && !first.startsWith("-");
    var known =
        isVerb ? verbs : e.getCommandLine().getCommandSpec().optionsMap().keySet();
    return (isVerb ? first + " is no verb" : "cannot place " + first)
        + Suggestion.didYouMean(first, known);
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("roomline: " + FailureAnalyzer.message(e));
    return FailureAnalyzer.exit(e).code();
  }
}
