package dev.roomline.cli;

import picocli.CommandLine.Option;

/** The options for what is printed, and in which form. */
final class OutputOptions {
  @Option(names = "--json", description = "Print one JSON object at the end.")
  boolean json;

  @Option(names = "--quiet", description = "Print nothing if the exit code is 0.")
  boolean quiet;

  @Option(names = "--no-color", description = "Print without colors.")
  boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
