package dev.roomline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out the help of a command: examples first, options in groups, exit codes last. */
final class CommandHelp {
  private static final Map<String, List<String>> GROUPS = groups();
  private static final String OTHER = "Other options";

  private CommandHelp() {}

  /** Sets the layout; the examples are the footer, as the header stands in the command list. */
  static void layOut(CommandLine command, String program) {
    var usage = command.getCommandSpec().usageMessage();
    usage.footer(List.of(usage.footer()).stream()
        .map(line -> line.replaceFirst("^  roomline ", "  " + program.replace("$", "\\$") + " "))
        .toArray(String[]::new));
    usage.exitCodeListHeading("%nExit codes, the first that applies:%n");
    usage.exitCodeList(ExitCodes.of(command.getCommandName()));
    var sections = new ArrayList<>(command.getHelpSectionKeys());
    var examples =
        List.of(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, UsageMessageSpec.SECTION_KEY_FOOTER);
    sections.removeAll(examples);
    sections.addAll(0, examples);
    command.setHelpSectionKeys(sections);
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandHelp::options);
  }

  private static String options(Help help) {
    var byGroup = new LinkedHashMap<String, List<OptionSpec>>();
    GROUPS.keySet().forEach(group -> byGroup.put(group, new ArrayList<>()));
    byGroup.put(OTHER, new ArrayList<>());
    for (var option : help.commandSpec().options()) {
      if (option.hidden()) continue;
      byGroup.computeIfAbsent(group(option), none -> new ArrayList<>()).add(option);
    }
    var text = new StringBuilder();
    byGroup.forEach((group, options) -> {
      if (options.isEmpty()) return;
      text.append("%n%s:%n".formatted(group)).append(help.optionListExcludingGroups(options));
    });
    return text.toString();
  }

  private static String group(OptionSpec option) {
    return GROUPS.entrySet().stream()
        .filter(group -> group.getValue().contains(option.longestName()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }

  private static Map<String, List<String>> groups() {
    var groups = new LinkedHashMap<String, List<String>>();
    groups.put(
        "What to run",
        List.of(
            "--input",
            "--rows",
            "--status",
            "--failed",
            "--cause",
            "--new-seed",
            "--fresh",
            "--probe",
            "--set",
            "--yes"));
    groups.put("Decision", List.of("--picture", "--why", "--by"));
    groups.put(
        "Limits",
        List.of("--budget", "--limit", "--until", "--max-duration", "--zone", "--wait", "--grace"));
    groups.put("Where", List.of("--endpoint", "--state", "--output", "--port"));
    groups.put(
        "Account",
        List.of(
            "--key",
            "--credits",
            "--price",
            "--wallet",
            "--queue",
            "--requests-per-minute",
            "--burst"));
    groups.put(
        "Renders",
        List.of("--latency", "--processing", "--eta-step", "--picture-size", "--picture-rate"));
    groups.put("Misbehaviour", List.of("--misbehave", "--misbehave-from", "--errors-in-200"));
    groups.put("Output", List.of("--json", "--quiet", "--no-color", "--no-counts", "--help"));
    return groups;
  }
}
