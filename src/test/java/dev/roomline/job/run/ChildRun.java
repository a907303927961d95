package dev.roomline.job.run;

import static org.awaitility.Awaitility.await;

import dev.roomline.job.JobFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A run of a job folder in a process of its own, which will be killed. */
record ChildRun(Path folder, String... settings) {
  /** In place of settings: the command {@code retry}. */
  static final String RETRY = "retry";

  /** Before any settings: the option {@code --fresh}. */
  static final String FRESH = "--fresh";

  static ChildRun of(Path folder, String... settings) {
    return new ChildRun(folder, settings);
  }

  /** The process that will be killed. */
  public static void main(String... folderAndSettings) throws Exception {
    var job = new JobFolder(Path.of(folderAndSettings[0]));
    var settings = Stream.of(folderAndSettings).skip(1).toList();
    var rest = settings.stream().skip(1).toArray(String[]::new);
    if (settings.contains(RETRY)) job.retry();
    else if (settings.contains(FRESH)) job.fresh(rest);
    else job.run(settings.toArray(String[]::new));
  }

  /** Starts it, and kills it as by {@code kill -9} when the condition holds. */
  void killWhen(BooleanSupplier itIsTime) throws IOException, InterruptedException {
    var command = Stream.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ChildRun.class.getName(),
        folder.toString());
    var process = new ProcessBuilder(Stream.concat(command, Stream.of(settings)).toList())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> itIsTime.getAsBoolean() || !process.isAlive());
    process.destroyForcibly().waitFor();
  }
}
