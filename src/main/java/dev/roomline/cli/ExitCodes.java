package dev.roomline.cli;

import dev.roomline.failure.ExitCode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The exit codes that the help of a command lists. */
final class ExitCodes {
  private static final Set<ExitCode> READING =
      EnumSet.of(ExitCode.INTERNAL, ExitCode.USAGE, ExitCode.HELD, ExitCode.STORAGE, ExitCode.DONE);
  private static final Set<ExitCode> CHECKING = EnumSet.of(
      ExitCode.INTERNAL,
      ExitCode.USAGE,
      ExitCode.HELD,
      ExitCode.STORAGE,
      ExitCode.ACCOUNT,
      ExitCode.ENDPOINT,
      ExitCode.TROUBLE,
      ExitCode.DONE);
  private static final Set<ExitCode> SERVING =
      EnumSet.of(ExitCode.INTERNAL, ExitCode.USAGE, ExitCode.INTERRUPTED, ExitCode.TERMINATED);

  private ExitCodes() {}

  /** Code and meaning, in the order in which they apply. */
  static Map<String, String> of(String command) {
    var texts = new LinkedHashMap<String, String>();
    for (var exit : of(command, EnumSet.allOf(ExitCode.class))) {
      texts.put(
          Integer.toString(exit.code()), command.equals("sandbox") ? end(exit) : meaning(exit));
    }
    return texts;
  }

  private static Set<ExitCode> of(String command, Set<ExitCode> all) {
    return switch (command) {
      case "run", "retry" -> all;
      case "plan", "doctor" -> CHECKING;
      case "sandbox" -> SERVING;
      case "help" -> EnumSet.of(ExitCode.USAGE, ExitCode.DONE);
      default -> READING;
    };
  }

  /** The sandbox keeps nothing, so no command continues it. */
  private static String end(ExitCode exit) {
    return meaning(exit).replace(" The same command continues.", "");
  }

  private static String meaning(ExitCode exit) {
    return switch (exit) {
      case INTERNAL -> "Internal error.";
      case USAGE -> "Wrong option, job file, room list or address.";
      case HELD -> "Another run uses this state.";
      case STORAGE -> "The disk is full or cannot be written.";
      case ACCOUNT -> "The provider refused the key, the credit or the plan.";
      case ENDPOINT -> "The provider cannot be used now. Run the same command later.";
      case INTERRUPTED -> "Stopped by Ctrl-C. The same command continues.";
      case TERMINATED -> "Stopped by SIGTERM or SIGHUP. The same command continues.";
      case BUDGET -> "The budget or --limit is reached. The same command continues.";
      case WINDOW -> "The time window ended. The same command continues.";
      case UNDECIDED ->
        "A person has to decide: rows are unsure or to review, or render for a second run.";
      case TROUBLE ->
        "Some rows have no picture: refused, failed, expired, invalid or still rendering.";
      case DONE -> "OK.";
    };
  }
}
