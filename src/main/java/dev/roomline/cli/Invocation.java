package dev.roomline.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the program was called, so that a hint can be pasted into the same terminal.
 *
 * @param program what starts it, such as {@code java -jar target/roomline.jar}
 * @param job the job with its options; empty if the command names none
 */
record Invocation(String program, String job) {
  private static final String NAME = "roomline";
  private static final String ENVIRONMENT = "ROOMLINE_COMMAND";
  private static final String PROPERTY = "roomline.command";

  /** A command in a hint: {@code roomline retry JOB} or {@code run JOB}. */
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\broomline )?\\b(run|plan|doctor|status|review|resolve|retry) JOB\\b");

  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@%+~-]+");

  /** The command without a job. */
  static Invocation ofProgram() {
    return new Invocation(thisProgram(), "");
  }

  /** The command for a job, with the options that say which job it is and where it is kept. */
  static Invocation of(String job, List<String> options) {
    var arguments = new ArrayList<String>();
    arguments.add(job);
    arguments.addAll(options);
    return new Invocation(
        thisProgram(),
        String.join(" ", arguments.stream().map(Invocation::quoted).toList()));
  }

  /** The text with its commands as this person would type them. */
  String fill(String text) {
    if (job.isEmpty()) return text;
    return COMMAND
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(program + " " + it.group(1) + " " + job));
  }

  private static String thisProgram() {
    var location =
        Invocation.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return find(
        System.getProperty(PROPERTY),
        System.getenv(),
        System.getProperty("java.class.path", ""),
        location);
  }

  /** A launcher says how it is called; otherwise the class path is the jar behind -jar. */
  static String find(
      @Nullable String property,
      Map<String, String> environment,
      String classPath,
      String location) {
    if (property != null && !property.isBlank()) return property.strip();
    var named = environment.getOrDefault(ENVIRONMENT, "").strip();
    if (!named.isEmpty()) return named;
    var ours = classPath.endsWith(".jar")
        && !classPath.contains(File.pathSeparator)
        && location.contains("/" + Path.of(classPath).getFileName());
    return ours ? "java -jar " + quoted(classPath) : NAME;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
