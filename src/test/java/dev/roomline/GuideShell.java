package dev.roomline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One bash for all blocks of a page, like the reader's one terminal: variables and background
 * commands last from block to block. Closing it ends what still runs.
 */
final class GuideShell implements AutoCloseable {
  private static final String DONE = "--- the block is done, and its first failure was ";

  private final Process bash;
  private final BufferedReader printed;
  private final Writer commands;
  private final Path script;

  /**
   * What a block printed.
   *
   * @param failure the first exit code that was not 0; 0 if there was none
   */
  record Printed(List<String> lines, int failure) {}

  /**
   * Opens a shell.
   *
   * @param folder where the commands run
   * @param tools a folder whose commands come before those of the machine
   */
  GuideShell(Path folder, Path tools, Map<String, String> environment) throws IOException {
    var builder = new ProcessBuilder("bash", "--noprofile", "--norc")
        .directory(folder.toFile())
        .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROOMLINE_"));
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", tools.toString(), (path, first) -> first + ":" + path);
    this.bash = builder.start();
    this.printed = bash.inputReader(StandardCharsets.UTF_8);
    this.commands = bash.outputWriter(StandardCharsets.UTF_8);
    this.script = tools.resolve("block.sh");
  }

  /** Runs the commands, and returns when all but those in the background have ended. */
  Printed run(List<String> block) throws IOException {
    Files.write(script, block);
    commands.write("failure=0; trap 'code=$?; [ $failure -ne 0 ] || failure=$code' ERR\n");
    commands.write("source " + script + " < /dev/null\n");
    commands.write("trap - ERR; echo; echo '" + DONE + "'$failure\n");
    commands.flush();
    var lines = new ArrayList<String>();
    for (var line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.startsWith(DONE))
        return new Printed(withoutBlankEnd(lines), Integer.parseInt(line.substring(DONE.length())));
      lines.add(line);
    }
    throw new IOException("the shell ended: " + lines);
  }

  @Override
  public void close() {
    bash.descendants().forEach(ProcessHandle::destroyForcibly);
    bash.destroyForcibly();
  }

  private static List<String> withoutBlankEnd(List<String> lines) {
    var end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) end--;
    return List.copyOf(lines.subList(0, end));
  }
}
