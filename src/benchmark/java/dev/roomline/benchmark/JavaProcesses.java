package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts processes of the Java that Maven runs on; none has more options than a user gives. */
final class JavaProcesses {
  private static final String JAR =
      Path.of("target", "roomline.jar").toAbsolutePath().toString();
  private static final String HEAP = "-Xmx256m";

  /** For a profile, or for another way to start. */
  private static final List<String> MORE = Stream.of(
          System.getProperty("benchmark.jar.options", "").split(" "))
      .filter(option -> !option.isBlank())
      .toList();

  private JavaProcesses() {}

  static Process sandbox(Path folder, List<String> options) throws IOException {
    var command = command("-Xmx2g", "-jar", JAR, "sandbox", "--port", "0");
    command.addAll(options);
    return builder(folder, command)
        .redirectError(folder.resolve("sandbox.txt").toFile())
        .start();
  }

  /** The packaged jar, as a user runs it on a small machine. */
  static Process jar(Path folder, List<String> arguments) throws IOException {
    var command = command(HEAP);
    command.addAll(MORE);
    command.addAll(List.of("-jar", JAR, "run"));
    command.addAll(arguments);
    return startLogged(folder, command);
  }

  /** A program of the tests' class path, with the same heap. */
  static Process main(Class<?> program, Path folder, Object... arguments) throws IOException {
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = command(HEAP, "-cp", path, program.getName());
    for (var argument : arguments) command.add(argument.toString());
    return startLogged(folder, command);
  }

  static Path output(Path folder) {
    return folder.resolve("output.txt");
  }

  private static Process startLogged(Path folder, List<String> command) throws IOException {
    var output = ProcessBuilder.Redirect.to(output(folder).toFile());
    return builder(folder, command)
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }

  private static List<String> command(String... words) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(words));
    return command;
  }

  private static ProcessBuilder builder(Path folder, List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    // The sandbox must not see the settings and keys of this shell.
    builder.environment().keySet().removeIf(name -> name.startsWith("ROOMLINE_"));
    return builder;
  }
}
