package dev.roomline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.room.Sha256;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.OpenSandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged jar at moments that the vendor sees, gives the same command again until the
 * list is done, and holds the results against the vendor's own books. One list in every build;
 * {@code -Dkill.lists=100} for a night. Each list is told by its seed.
 */
class KillCampaignIT {
  private static final int LISTS = Integer.getInteger("kill.lists", 1);
  private static final long SEED = Long.getLong("kill.seed", 1);
  private static final int ROOMS = 60;
  private static final int IN_FLIGHT = 5;

  /** How much may happen before the next kill. */
  private static final int MOST_PROGRESS = 8;

  /** What the vendor counts: a kill comes soon after one of these has grown. */
  private static final List<String> MOMENTS =
      List.of("creates", "billed", "accepted", "fetches", "pictures", "picture_downloads", "start");

  private final Map<String, Integer> kills = new TreeMap<>();

  @TempDir
  Path folder;

  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TestFactory
  List<DynamicTest> everyListSurvivesItsKills() {
    return IntStream.range(0, LISTS)
        .mapToObj(list ->
            DynamicTest.dynamicTest("list with seed " + (SEED + list), () -> survives(SEED + list)))
        .toList();
  }

  private void survives(long seed) throws Exception {
    var chance = new Random(seed);
    vendor.open(OpenSandbox.quick()
        .withLatency(Latency.of(Duration.ofMillis(30)))
        .withProcessingShare(0.4)
        .withMisbehaviour(Map.of("404-first", 0.1)));
    var jar = new Jar(Files.createDirectories(folder.resolve("list" + seed)), vendor.url());
    jar.rooms(
        Jar.allRows(ROOMS).stream().map(row -> "room " + row + " of " + seed).toList());
    var killed = 0;
    while (killAtSomeMoment(jar.run(), chance)) killed++;

    assertThat(jar.column("row")).isEqualTo(Jar.allRows(ROOMS));
    assertThat(vendor.billedTwice()).isEmpty();
    assertThat(jar.column("status")).containsOnly("rendered", "unsure");
    assertThat(jar.column("status").stream().filter("unsure"::equals))
        .hasSizeLessThanOrEqualTo(killed * IN_FLIGHT);
    for (var line : jar.lines()) {
      if (line.get("status").equals("rendered")) assertSameAsTheVendors(jar, line.toMap());
    }
    vendor.close();
    System.out.printf("[kills] seed %d: %d kills %s%n", seed, killed, kills);
  }

  /** False if the list was done first. */
  private boolean killAtSomeMoment(Process process, Random chance) throws Exception {
    var moment = MOMENTS.get(chance.nextInt(MOMENTS.size()));
    var enough =
        moment.equals("start") ? 0 : vendor.count(moment) + 1 + chance.nextInt(MOST_PROGRESS);
    var begun = System.nanoTime();
    var start = Duration.ofMillis(200 + chance.nextInt(3_000)).toNanos();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(3))
        .until(() -> !process.isAlive()
            || (moment.equals("start")
                ? System.nanoTime() - begun > start
                : vendor.count(moment) >= enough));
    var alive = process.isAlive();
    process.destroyForcibly().waitFor();
    if (alive) kills.merge(moment, 1, Integer::sum);
    return alive;
  }

  private static void assertSameAsTheVendors(Jar jar, Map<String, String> line) throws IOException {
    var kept = Files.readAllBytes(jar.folder().resolve("out/rooms").resolve(line.get("picture")));
    assertThat(Sha256.hex(Sha256.digest().digest(kept))).isEqualTo(line.get("sha256"));
    var addresses = new ArrayList<>(List.of(line.get("outputs").split(" ")));
    assertThat(addresses).hasSize(1);
    assertThat(vendors(addresses.get(0))).as(addresses.get(0)).isEqualTo(kept);
  }

  /** What the vendor shows there; the first looks may be in vain. */
  private static byte[] vendors(String address) {
    return await().atMost(Duration.ofSeconds(10)).until(() -> read(address), it -> it.length > 0);
  }

  private static byte[] read(String address) {
    try (var in = URI.create(address).toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException notThere) {
      return new byte[0];
    }
  }
}
