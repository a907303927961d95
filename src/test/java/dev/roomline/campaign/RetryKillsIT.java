package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.job.JobFolder;
import dev.roomline.job.batch.KillableRun;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a retry at its durable steps, each with a state of its own. Then the same retry, or a run
 * before it, must buy the rest and no more. {@code -Dretry.stride=1} takes every step.
 */
class RetryKillsIT {
  private static final int STRIDE = Integer.getInteger("retry.stride", 9);
  private static final int ROOMS = 6;
  private static final int RETRIED = 4;
  private static final Duration LONG = Duration.ofSeconds(120);

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private final Map<String, Integer> kills = new TreeMap<>();

  @Test
  void afterAnyKillTheRestIsBoughtAndNoMore() throws Exception {
    provider.open(SandboxExtension.quick().withPictureSize(16));
    var java = List.of("-cp", ChildClassPath.all());
    for (var step = 1; killed(java, step); step += STRIDE) {}
    System.out.println("[retry kills] " + kills);
    // Writes that share a commit are one step, so their number differs.
    assertThat(kills.values().stream().mapToInt(it -> it).sum()).isGreaterThan(20 / STRIDE);
  }

  /** False if it came to its end before that step. */
  private boolean killed(List<String> java, int step) throws Exception {
    var job = job(step);
    job.run();
    assertThat(job.column("status")).containsOnlyOnce("failed").contains("refused");
    // Every other time the first run is one that the retry goes on with.
    if (step % 2 == 0)
      job.queryState(it -> it.sql("update render_run set ending = null").update());
    var before = provider.creates();
    var child = KillableProcess.start(java, job.folder(), step, KillableRun.RETRY);
    var moment = follow(child);
    child.kill();
    if (step / STRIDE % 2 == 0) job.run();
    job.retry();
    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(ROOMS));
    assertThat(job.column("status")).as(moment).isSubsetOf("rendered", "unsure");
    var unsure = job.column("status").stream().filter("unsure"::equals).count();
    assertThat(provider.creates() - before).as(moment).isBetween(RETRIED - unsure, (long) RETRIED);
    assertThat(provider.billedTwice()).as(moment).isEmpty();
    if (moment.equals(KillableRun.DONE)) return false;
    kills.merge(moment, 1, Integer::sum);
    return true;
  }

  /** Six rooms; four of them fail at first, and one of these is billed. */
  private JobFolder job(int step) throws IOException {
    var job = JobFolder.in(Files.createDirectories(folder.resolve("" + step)), provider.url());
    return job.appendToJobFile("retries: 0\n")
        .prompts(
            "sofa " + step,
            "desk " + step + " [sandbox model 1]",
            "lamp " + step + " [sandbox model 1]",
            "rug " + step + " [sandbox field 1]",
            "bed " + step,
            "shelf " + step + " [sandbox failed 1]");
  }

  private static String follow(KillableProcess child) throws InterruptedException {
    while (true) {
      var line = child.nextLine(LONG).orElse(KillableProcess.EXITED);
      assertThat(line).as(child.output()).isNotEqualTo(KillableProcess.EXITED);
      if (line.startsWith(KillPoints.STEP_PREFIX))
        return line.substring(KillPoints.STEP_PREFIX.length());
      if (line.equals(KillableRun.DONE)) return line;
    }
  }
}
