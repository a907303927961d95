package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Kills a light child hundreds of times, at each durable step and at any moment, and gives the same
 * command again. {@code -Dlight.kills=5000} for a night; {@code -Dlight.seed} names the first list.
 */
class KillPointsIT {
  private static final int KILLS = Integer.getInteger("light.kills", 200);
  private static final long SEED = Long.getLong("light.seed", 1);

  @TempDir
  Path folder;

  private final Map<String, Integer> byMoment = new TreeMap<>();
  private final AtomicInteger kills = new AtomicInteger();

  @Test
  void everyListSurvivesItsKills() throws Exception {
    var java = ChildClassPath.archived(folder);
    var seed = new AtomicLong(SEED);
    var hands = Runtime.getRuntime().availableProcessors();
    var pool = Executors.newFixedThreadPool(hands);
    try {
      var work = new ArrayList<Callable<Void>>();
      for (var hand = 0; hand < hands; hand++) work.add(() -> killOn(java, seed));
      for (var done : pool.invokeAll(work)) done.get();
    } finally {
      pool.shutdown();
    }
    System.out.printf("[light kills] %d from seed %d: %s%n", kills.get(), SEED, table());
    assertThat(kills).hasValueGreaterThanOrEqualTo(KILLS);
  }

  private Void killOn(List<String> java, AtomicLong seeds) throws Exception {
    while (kills.get() < KILLS) {
      var seed = seeds.getAndIncrement();
      try (var list = new KillScenario(java, folder.resolve("list" + seed), seed)) {
        count(list.killUntilDone());
        FileSystemUtils.deleteRecursively(folder.resolve("list" + seed));
      } catch (AssertionError e) {
        throw new AssertionError("the list with seed " + seed, e);
      }
    }
    return null;
  }

  private synchronized void count(Map<String, Integer> ofList) {
    ofList.forEach((moment, number) -> {
      byMoment.merge(moment, number, Integer::sum);
      kills.addAndGet(number);
    });
  }

  private String table() {
    var table = new StringBuilder();
    byMoment.forEach((moment, number) -> table.append("\n| %s | %d |".formatted(moment, number)));
    return table.toString();
  }
}
