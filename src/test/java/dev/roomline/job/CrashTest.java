package dev.roomline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.room.Sha256;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.OpenSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies in mid-run, as by {@code kill -9}. */
class CrashTest {
  private static final int ROOMS = 150;
  private static final int IN_FLIGHT = 4;
  private static final int KILLS = 5;
  private static final long SEED = 20261122;

  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TempDir
  Path folder;

  /** The process that will be killed. */
  public static void main(String... folder) throws Exception {
    new JobFolder(Path.of(folder[0])).run();
  }

  @Test
  void losesNoLineDoublesNoneAndLeavesOnlyWhatWasInFlightUnsure() throws Exception {
    var slow = OpenSandbox.quick().withLatency(Latency.of(Duration.ofMillis(40)));
    var job = JobFolder.in(folder, vendor.open(slow)).rooms(ROOMS);
    killInMidRun();

    var report = job.run();

    assertThat(report.run()).isEqualTo(1);
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(report.unsureRows()).hasSizeLessThanOrEqualTo(IN_FLIGHT);
    assertThat(report.exit()).isEqualTo(report.unsureRows().isEmpty() ? Exit.DONE : Exit.UNDECIDED);
    assertThat(vendor.billedTwice()).isEmpty();
    assertThat(vendor.billed()).isBetween(ROOMS - (long) IN_FLIGHT, (long) ROOMS);
  }

  @Test
  void keepsEveryStyleAndVariantOfARoom() throws Exception {
    var slow = OpenSandbox.quick().withLatency(Latency.of(Duration.ofMillis(40)));
    var job = JobFolder.in(folder, vendor.open(slow)).rooms(ROOMS / 6).sheet("""
        variants: 3
        styles: { loft: { prompt: "brick, {prompt}" }, coast: {} }
        """);
    killInMidRun();

    var report = job.run();

    assertThat(report.run()).isEqualTo(1);
    assertThat(report.renders()).isEqualTo(ROOMS);
    assertThat(job.lines())
        .extracting(line -> line.get("row") + line.get("style") + line.get("variant"))
        .hasSize(ROOMS)
        .doesNotHaveDuplicates();
    assertThat(job.column("status")).containsAnyOf("rendered").isSubsetOf("rendered", "unsure");
    assertThat(vendor.billed()).isBetween(ROOMS - (long) IN_FLIGHT, (long) ROOMS);
  }

  @Test
  void noKillLeavesHalfAPictureOrARenderedRowWithoutItsBytes() throws Exception {
    var slow = OpenSandbox.quick().withLatency(Latency.of(Duration.ofMillis(10)));
    var job = JobFolder.in(folder, vendor.open(slow.withPictureRate(60_000))).rooms(ROOMS);
    var chance = new Random(SEED);
    for (var kill = 1; kill <= KILLS; kill++) {
      killAfterPictures(kill * ROOMS / (KILLS + 2) + chance.nextInt(5));
      assertThat(shelf()).allSatisfy(CrashTest::isWhole);
      assertThat(kept(job)).allSatisfy(sha -> assertThat(shelf()).anyMatch(it -> names(it, sha)));
    }

    job.run();

    for (var line : job.lines()) {
      if (!line.get("status").equals("rendered")) continue;
      var shown = folder.resolve("out").resolve(line.get("picture"));
      assertThat(Sha256.hex(Sha256.digest().digest(Files.readAllBytes(shown))))
          .isEqualTo(line.get("sha256"));
    }
    assertThat(job.column("status")).isSubsetOf("rendered", "unsure");
    assertThat(vendor.billedTwice()).isEmpty();
  }

  private List<Path> shelf() throws IOException {
    try (var files = Files.walk(folder.resolve("state/pictures"))) {
      return files.filter(it -> it.toString().endsWith(".png")).toList();
    }
  }

  private static boolean names(Path file, String sha) {
    return file.getFileName().toString().startsWith(sha);
  }

  private static void isWhole(Path file) throws IOException {
    var sha = Sha256.hex(Sha256.digest().digest(Files.readAllBytes(file)));
    assertThat(file).hasFileName(sha + ".png");
  }

  /** The fingerprints of all pictures that the books call kept. */
  private static List<String> kept(JobFolder job) throws InterruptedException {
    return job.books(it -> it
        .sql("select pictures from render_ledger where pictures is not null")
        .query(String.class)
        .list()
        .stream()
        .map(text -> text.substring(0, text.indexOf('.')))
        .toList());
  }

  private void killAfterPictures(long pictures) throws IOException, InterruptedException {
    killOnce(() -> vendor.count("picture_downloads") >= pictures);
  }

  private void killInMidRun() throws IOException, InterruptedException {
    killOnce(() -> vendor.billed() >= 30);
  }

  private void killOnce(BooleanSupplier itIsTime) throws IOException, InterruptedException {
    var process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            CrashTest.class.getName(),
            folder.toString())
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
