package dev.roomline.cli;

import picocli.CommandLine.Option;

/** How much is said, and for whom. */
final class OutputOptions {
  @Option(names = "--json", description = "One object on stdout at the end, for machines.")
  boolean json;

  @Option(names = "--quiet", description = "Nothing at all if the exit code is 0.")
  boolean quiet;

  @Option(names = "--no-color", description = "No colors.")
  boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  boolean help;
}
