package dev.roomline.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.Sha256;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may happen to an output folder while a run writes it. */
class OutputFolderFaultsTest {
  private static final int ROOMS = 20;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    var latency = Latency.of(Duration.ofMillis(20));
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withLatency(latency)));
  }

  @Test
  void deletedInMidRunItIsWholeInTheEnd() throws Exception {
    job.rooms(ROOMS).run();
    var second = job.rooms(2 * ROOMS).start();
    await().pollInterval(Duration.ofMillis(5)).until(() -> provider.billed() > ROOMS + 2);

    delete(folder.resolve("out"));

    assertThat(second.get(30, TimeUnit.SECONDS).exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(2 * ROOMS));
    assertThat(job.column("picture"))
        .allSatisfy(it -> assertThat(folder.resolve("out").resolve(it)).isRegularFile());
    assertThat(provider.billed()).isEqualTo(2 * ROOMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"results.csv/x", "errors.csv/x", "index.html/x"})
  void aFolderInTheWayIsNamedAndNothingIsBoughtAgain(String inTheWay) throws Exception {
    var there = Files.createDirectories(folder.resolve("out").resolve(inTheWay));

    var report = job.rooms(ROOMS).run();

    assertThat(report.exit()).isEqualTo(ExitCode.STORAGE);
    assertThat(report.words())
        .singleElement()
        .asString()
        .contains(there.getParent().toString(), "move it out of the way", "not paid for again");
    delete(there.getParent());
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(provider.creates()).isEqualTo(ROOMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors.csv", "index.html"})
  void whatCannotBeReplacedLeavesTheWholeFolderAsItWas(String name) throws Exception {
    job.rooms(1).run();
    delete(folder.resolve("out").resolve(name));
    Files.createDirectory(folder.resolve("out").resolve(name));
    var before = contents();

    assertThat(job.rooms(ROOMS).run().exit()).isEqualTo(ExitCode.STORAGE);

    assertThat(contents()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pictures", "gallery"})
  void aFileWherePicturesBelongIsNamedAndTheResultsStayAsTheyWere(String name) throws Exception {
    job.rooms(1).run();
    var there = folder.resolve("out").resolve(name);
    delete(there);
    Files.writeString(there, "");

    var report = job.rooms(ROOMS).run();

    assertThat(report.exit()).isEqualTo(ExitCode.STORAGE);
    assertThat(report.words()).singleElement().asString().contains(there + ": something is in");
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(1));
    Files.delete(there);
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(provider.creates()).isEqualTo(ROOMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"results.csv.new", "index.html.new"})
  void aFolderWithATemporaryFilesOldNameIsNotInTheWay(String name) throws Exception {
    var there = Files.createDirectories(folder.resolve("out").resolve(name).resolve("x"));

    assertThat(job.rooms(ROOMS).run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(there).isEmptyDirectory();
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"results.csv.new", "errors.csv.new", "index.html.new"})
  void aLinkPlantedInTheOutputIsNotFollowed(String name) throws Exception {
    var precious = Files.writeString(folder.resolve("precious.txt"), "precious");
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("out")).resolve(name), precious);

    assertThat(job.rooms(1).run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(precious).hasContent("precious");
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(1));
  }

  @Test
  void aReaderOfTheOldResultsKeepsThemWholeAndHoldsNothingUp() throws Exception {
    job.rooms(1).run();
    var before = Files.readString(job.results());
    try (var held =
            FileChannel.open(job.results(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = held.lock()) {
      assertThat(job.rooms(ROOMS).run().exit()).isEqualTo(ExitCode.DONE);

      assertThat(lock.isValid()).isTrue();
      assertThat(Channels.newInputStream(held).readAllBytes()).isEqualTo(before.getBytes(UTF_8));
    }
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
  }

  /** All that is published: names, and the fingerprints of the files. */
  private Map<String, String> contents() throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(folder.resolve("out"))) {
      for (var file : files.toList()) {
        contents.put(file.toString(), Files.isRegularFile(file) ? Sha256.ofFile(file) : "");
      }
    }
    contents.remove(folder.resolve("out").resolve(OutputMarker.NAME).toString());
    return contents;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
