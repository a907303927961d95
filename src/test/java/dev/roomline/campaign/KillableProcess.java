package dev.roomline.campaign;

import dev.roomline.job.batch.KillableRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link KillableRun} in a process of its own, and its output. */
public final class KillableProcess {
  /** The last line of a process that has ended. */
  public static final String EXITED = "dead";

  private final Process process;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final List<String> printed = new ArrayList<>();

  private KillableProcess(Process process) {
    this.process = process;
    var listener = new Thread(this::listen);
    listener.setDaemon(true);
    listener.start();
  }

  /** Starts one that stops at the durable step of this number; 0 for none. */
  static KillableProcess start(List<String> java, Path folder, int step, String... more)
      throws IOException {
    return start(java, folder, Integer.toString(step), more);
  }

  /**
   * Starts one.
   *
   * @param java options of the JVM, its class path among them
   * @param step the durable step at which it stops, by number or name
   * @param more what it does, if it is no run
   */
  public static KillableProcess start(List<String> java, Path folder, String step, String... more)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(java);
    command.add(KillableRun.class.getName());
    command.addAll(List.of(folder.toString(), step));
    command.addAll(List.of(more));
    return new KillableProcess(
        new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Its next line of output; empty if it takes longer than that. */
  public Optional<String> nextLine(Duration within) throws InterruptedException {
    return Optional.ofNullable(said.poll(within.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** All its output, for failure messages. */
  public synchronized String output() {
    return String.join("\n", printed);
  }

  private void listen() {
    try (var lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) hear(line);
    } catch (IOException e) {
      // Its pipe ends with it.
    }
    said.add(EXITED);
  }

  private synchronized void hear(String line) {
    printed.add(line);
    said.add(line);
  }
}
