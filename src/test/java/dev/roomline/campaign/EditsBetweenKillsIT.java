package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.campaign.EditedJob.Start;
import dev.roomline.campaign.KillMoments.Moment;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged jar again and again, and edits the job in between: rows appended and changed,
 * the job file by other paths, other limits and budgets, {@code --fresh}, {@code retry} and {@code
 * resolve}. By the provider's billing log no render is billed twice and no budget is overrun. {@code
 * -Dedits.kills=300 -Dedits.seed=11} repeats the long campaign.
 */
class EditsBetweenKillsIT {
  private static final int KILLS = Integer.getInteger("edits.kills", 15);
  private static final int KILLS_PER_LIST = 20;
  private static final long SEED = Long.getLong("edits.seed", 11);
  private static final int KILLED = 137;
  private static final List<Integer> ORDERLY = List.of(0, 3, 4, 5, 8);
  private static final List<Integer> FINISHED = List.of(0, 3, 4);
  private static final Pattern RAN = Pattern.compile("(?m)^(Continuing run|Run) \\d+: ");

  private final Map<String, Integer> killsByEdit = new TreeMap<>();

  @TempDir
  Path folder;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TestFactory
  List<DynamicTest> everyListSurvivesItsKillsAndEdits() {
    return IntStream.range(0, Math.max(1, KILLS / KILLS_PER_LIST))
        .mapToObj(list ->
            DynamicTest.dynamicTest("list with seed " + (SEED + list), () -> survives(SEED + list)))
        .toList();
  }

  private void survives(long seed) throws Exception {
    provider.open(SandboxExtension.quick()
        .withLatency(Latency.of(Duration.ofMillis(30)))
        .withProcessingShare(0.3));
    var chance = new Random(seed);
    var job = new EditedJob(folder.resolve("list" + seed), provider.url(), chance);
    var killMoments = new KillMoments(provider, job.jar(), chance);
    var books = new Books(archive());
    for (var killed = 0; killed < Math.min(KILLS, KILLS_PER_LIST); ) {
      var start = job.next();
      if (books.carryOut(start, job, killMoments.early()) != KILLED) continue;
      killsByEdit.merge(start.edit(), 1, Integer::sum);
      killed++;
    }
    assertThat(books.carryOut(job.last(), job, KillMoments.NEVER)).isIn(FINISHED);
    assertThat(job.jar().column("row")).isEqualTo(job.rows());
    assertThat(job.jar().column("status")).isSubsetOf("rendered", "unsure", "failed", "refused");
    provider.close();
    System.out.printf("[edits] seed %d: %s%n", seed, killsByEdit);
  }

  /** It halves the time that a start takes. */
  private List<String> archive() throws Exception {
    var once =
        new PackagedJar(Files.createDirectories(folder.resolve("archive")), URI.create("sandbox"));
    var classes = once.folder().resolve("classes.jsa");
    if (Files.exists(classes)) return List.of("-XX:SharedArchiveFile=" + classes);
    once.rooms(List.of("a room"));
    return once.archive(classes);
  }

  /** What may have been billed, beside what was. */
  private final class Books {
    private final List<String> jvm;
    private long billedAtOrderlyEnd;
    private int mostBudget;
    private int editions;
    private boolean freshUnfinished;

    Books(List<String> jvm) {
      this.jvm = jvm;
    }

    /** Starts the jar, kills it at that moment, and compares the bill with what is allowed. */
    int carryOut(Start start, EditedJob job, Moment moment) throws Exception {
      var before = job.jar().printed().length();
      var process = job.jar().start(jvm, start.arguments().toArray(String[]::new));
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> !process.isAlive() || moment.reached().getAsBoolean());
      var exit = process.destroyForcibly().waitFor();
      var printed = job.jar().printed().substring(before);
      if (RAN.matcher(printed).find()) record(start, exit, printed);
      return exit;
    }

    private void record(Start start, int exit, String printed) {
      if (exit != KILLED) assertThat(exit).as(printed).isIn(ORDERLY);
      if (start.fresh() && !freshUnfinished) editions++;
      if (start.fresh()) {
        freshUnfinished = !FINISHED.contains(exit) || printed.contains("not-bought");
      }
      mostBudget = Math.max(mostBudget, start.budget());
      var billed = provider.billed();
      assertThat(billed - billedAtOrderlyEnd)
          .as("billed since the last orderly end, %s: %s", start, printed)
          .isLessThanOrEqualTo(mostBudget);
      assertThat(provider.billedByPrompt().values())
          .as("billed of each render, %s: %s", start, printed)
          .allMatch(times -> times <= 1 + editions);
      if (exit == KILLED) return;
      billedAtOrderlyEnd = billed;
      mostBudget = 0;
    }
  }
}
