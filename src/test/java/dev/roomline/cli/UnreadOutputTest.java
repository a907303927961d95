package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.NamedPipe;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pipe behind standard output or error that is full, and that nobody reads. */
@EnabledOnOs(OS.LINUX)
class UnreadOutputTest {
  private static final int PIPE = 1 << 16;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private RandomAccessFile bothEnds;
  private File full;
  private Process process;

  @BeforeEach
  void open() throws Exception {
    provider.open(SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(300))));
    Files.writeString(
        folder.resolve("rooms.csv"),
        "init_image,prompt\n" + "https://photos.example/"
            + String.join("\nhttps://photos.example/", rows(40)) + "\n");
    full = NamedPipe.at(folder.resolve("pipe")).toFile();
    bothEnds = new RandomAccessFile(full, "rw");
    for (var n = 0; n < PIPE; n += 4096) bothEnds.write(new byte[4096]);
  }

  @AfterEach
  void close() throws Exception {
    if (process != null) process.destroyForcibly().waitFor();
    bothEnds.close();
  }

  @ParameterizedTest
  @CsvSource({"false, true, TERM, 143", "true, false, TERM, 143", "true, true, INT, 130"})
  void aSignalEndsTheRunInGoodOrder(boolean out, boolean err, String signal, int exit)
      throws Exception {
    start(out, err, "--set=limits.in-flight=1");
    await().atMost(60, TimeUnit.SECONDS).until(() -> provider.creates() > 2);

    new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exit);
    assertThat(Files.readString(folder.resolve("out/rooms/results.csv"))).contains("rendered");
  }

  @Test
  void aRunWhoseNewsNobodyReadsComesToItsEnd() throws Exception {
    start(false, true, "--set=limits.in-flight=20");

    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(provider.creates()).isEqualTo(40);
  }

  @Test
  void whatIsReadLateIsNotLost() throws Exception {
    start(false, true, "--set=limits.in-flight=20");
    await().atMost(60, TimeUnit.SECONDS).until(() -> provider.creates() > 2);

    var read = new byte[PIPE + 1];
    bothEnds.readFully(read);

    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(read[PIPE]).isEqualTo((byte) 'R'); // Run 1: 40 rows
  }

  private static String[] rows(int count) {
    return Stream.iterate(1, n -> n + 1)
        .limit(count)
        .map(n -> "a.jpg,room " + n)
        .toArray(String[]::new);
  }

  private void start(boolean out, boolean err, String setting) throws IOException {
    var command = List.of(
        "env",
        "--default-signal=INT", // ignored if these tests run in the background of a script
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Roomline.class.getName(),
        "run",
        folder.resolve("rooms.csv").toString(),
        "--endpoint=" + provider.url(),
        "--set=limits.requests-per-minute=unlimited",
        setting);
    process = new ProcessBuilder(command)
        .redirectOutput(out ? full : folder.resolve("out.txt").toFile())
        .redirectError(err ? full : folder.resolve("err.txt").toFile())
        .start();
  }
}
