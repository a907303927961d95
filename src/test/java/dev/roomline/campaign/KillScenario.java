package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Sha256;
import dev.roomline.job.JobFolder;
import dev.roomline.job.batch.KillableRun;
import dev.roomline.sandbox.BillingAudit;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * One room list whose run is killed and started again until it is done. After each kill and at the
 * end it checks that no render was paid for twice and that all files are whole.
 */
final class KillScenario implements AutoCloseable {
  static final int ROOMS = 40;
  private static final int IN_FLIGHT = 4; // as in JobFolder's job file
  private static final int SOON = 24;
  private static final int LATE = 120;
  private static final int FILES = 16;
  private static final int MOST_STARTS = 200;
  private static final Duration LONG = Duration.ofSeconds(120);

  private final List<String> java;
  private final Random chance;
  private final SandboxExtension provider = new SandboxExtension();
  private final BillingAudit billingAudit = new BillingAudit(provider);
  private final JobFolder job;
  private final Map<String, Integer> kills = new TreeMap<>();
  private int mostUnsure;
  private boolean saidUnsure;

  KillScenario(List<String> java, Path folder, long seed) throws IOException {
    this.java = java;
    this.chance = new Random(seed);
    var url = provider.open(SandboxExtension.quick()
        .withPictureSize(16)
        .withProcessingShare(0.2)
        .withLatency(Latency.of(Duration.ofMillis(5))));
    this.job = JobFolder.in(Files.createDirectories(folder), url).rooms(ROOMS);
  }

  /** Kills until the list is done; returns the number of kills for each moment. */
  Map<String, Integer> killUntilDone() throws Exception {
    for (var starts = 1; !killedOnce(); starts++) {
      assertThat(starts).as("starts without an end").isLessThan(MOST_STARTS);
    }
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(job.column("status")).isSubsetOf("rendered", "unsure");
    assertThat(job.column("status").stream().filter("unsure"::equals))
        .as("unsure rows")
        .hasSizeLessThanOrEqualTo(mostUnsure);
    billingAudit.assertAgreesWith(job.lines().stream().map(CSVRecord::toMap).toList());
    for (var line : job.lines()) {
      if (line.get("status").equals("rendered")) assertWhole(line);
    }
    return kills;
  }

  /** Runs the list to its end. */
  void runUndisturbed() throws IOException, InterruptedException {
    var child = KillableProcess.start(java, job.folder(), 0);
    while (!child.nextLine(LONG).orElse(KillableProcess.EXITED).equals(KillableProcess.EXITED)) {}
    child.kill();
  }

  /** True if it was done before it could be killed. */
  private boolean killedOnce() throws Exception {
    saidUnsure = false;
    var step = step();
    var child = KillableProcess.start(java, job.folder(), step);
    String moment;
    try {
      moment = follow(child, step == 0 ? Duration.ofMillis(200 + chance.nextInt(900)) : LONG);
    } finally {
      child.kill();
    }
    if (moment.equals(KillableRun.DONE)) return true;
    billingAudit.recordKill();
    if (!saidUnsure)
      mostUnsure += IN_FLIGHT; // it may have recovered, and died before it could say so
    kills.merge(moment, 1, Integer::sum);
    assertThat(keptPictures()).allSatisfy(KillScenario::isNamedByItsBytes);
    return false;
  }

  private int step() {
    var kind = chance.nextInt(10);
    if (kind < 5) return 1 + chance.nextInt(chance.nextInt(4) == 0 ? LATE : SOON);
    return kind < 7 ? -1 - chance.nextInt(FILES) : 0;
  }

  private String follow(KillableProcess child, Duration time) throws Exception {
    var end = System.nanoTime() + time.toNanos();
    var rival = chance.nextInt(3) == 0;
    while (true) {
      var said = child.nextLine(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      if (said.isEmpty()) {
        assertThat(time).as("it hangs").isLessThan(LONG);
        return "at some moment";
      }
      var line = said.get();
      assertThat(line).as(child.output()).isNotEqualTo(KillableProcess.EXITED);
      if (line.startsWith(KillableRun.UNSURE_PREFIX)) {
        note(Integer.parseInt(line.substring(KillableRun.UNSURE_PREFIX.length())));
      } else if (line.startsWith(KillPoints.STEP_PREFIX)) {
        var step = line.substring(KillPoints.STEP_PREFIX.length());
        // The child is alive and blocked, so its open claim must not become unsure.
        if (rival && step.matches("after .*claim.*")) assertThatARivalIsTurnedAway();
        return step;
      } else if (line.equals(KillableRun.DONE)) {
        return line;
      }
    }
  }

  private void note(int now) {
    assertThat(now).as("unsure after one kill").isLessThanOrEqualTo(IN_FLIGHT);
    mostUnsure += now;
    saidUnsure = true;
  }

  /** A second start while the first is alive. */
  private void assertThatARivalIsTurnedAway() throws Exception {
    var rival = KillableProcess.start(java, job.folder(), 0);
    try {
      var said = rival.nextLine(LONG).orElse("");
      if (said.startsWith(KillableRun.UNSURE_PREFIX)) {
        assertThat(said).as("no process was killed").isEqualTo(KillableRun.UNSURE_PREFIX + 0);
      } else {
        assertThat(said).as(rival.output()).isEqualTo(KillableRun.HELD);
      }
    } finally {
      rival.kill();
    }
  }

  private void assertWhole(CSVRecord line) throws IOException {
    var shown = job.file("out").resolve(line.get("picture"));
    assertThat(sha(shown)).as("picture of row " + line.get("row")).isEqualTo(line.get("sha256"));
  }

  private List<Path> keptPictures() throws IOException {
    var pictureStore = job.file("state/pictures");
    if (!Files.exists(pictureStore)) return List.of(); // killed before it was opened
    try (var files = Files.walk(pictureStore)) {
      return files.filter(it -> it.toString().endsWith(".png")).toList();
    }
  }

  private static void isNamedByItsBytes(Path file) throws IOException {
    assertThat(file).as("bytes that its name does not promise").hasFileName(sha(file) + ".png");
  }

  private static String sha(Path file) throws IOException {
    return Sha256.hex(Sha256.digest().digest(Files.readAllBytes(file)));
  }

  @Override
  public void close() {
    provider.close();
  }
}
