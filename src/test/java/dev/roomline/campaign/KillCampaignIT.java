package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.campaign.KillMoments.Moment;
import dev.roomline.domain.Sha256;
import dev.roomline.sandbox.BillingAudit;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged jar at moments that can be seen from outside, gives the same command again
 * until the list is done, and compares the results with the provider's billing log. Each list comes
 * from its seed; {@code -Dkill.lists=53 -Dkill.seed=101} repeats most of the long campaign.
 */
class KillCampaignIT {
  private static final int LISTS = Integer.getInteger("kill.lists", 1);
  private static final long SEED = Long.getLong("kill.seed", 7);
  private static final int ROOMS = 60;
  private static final int IN_FLIGHT = 5;
  private static final int KILLED = 137;
  private static final int TERMINATED = 143;

  private final Map<String, Integer> kills = new TreeMap<>();

  @TempDir
  Path folder;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TestFactory
  List<DynamicTest> everyListSurvivesItsKills() {
    return IntStream.range(0, LISTS)
        .mapToObj(list ->
            DynamicTest.dynamicTest("list with seed " + (SEED + list), () -> survives(SEED + list)))
        .toList();
  }

  private void survives(long seed) throws Exception {
    var chance = new Random(seed);
    provider.open(SandboxExtension.quick()
        .withLatency(Latency.of(Duration.ofMillis(30)))
        .withPictureRate(60_000)
        .withProcessingShare(0.4)
        .withMisbehaviour(Map.of("404-first", 0.1)));
    var packagedJar =
        new PackagedJar(Files.createDirectories(folder.resolve("list" + seed)), provider.url());
    packagedJar.rooms(PackagedJar.allRows(ROOMS).stream()
        .map(row -> "room " + row + " of " + seed)
        .toList());
    var billingAudit = new BillingAudit(provider);
    var killMoments = new KillMoments(provider, packagedJar, chance);
    var killed = 0;
    for (var exit = KILLED; exit == KILLED || exit == TERMINATED; ) {
      exit = end(killMoments.next(), packagedJar::run);
      billingAudit.recordKill();
      if (exit == KILLED) killed++;
    }

    assertThat(packagedJar.column("row")).isEqualTo(PackagedJar.allRows(ROOMS));
    assertThat(packagedJar.column("status")).isSubsetOf("rendered", "unsure");
    billingAudit.assertAgreesWith(
        packagedJar.lines().stream().map(CSVRecord::toMap).toList());
    assertThat(packagedJar.column("status").stream().filter("unsure"::equals))
        .hasSizeLessThanOrEqualTo(killed * IN_FLIGHT);
    for (var line : packagedJar.lines()) {
      if (line.get("status").equals("rendered"))
        assertSameAsTheProviders(packagedJar, line.toMap());
    }
    provider.close();
    System.out.printf("[kills] seed %d: %d kills %s%n", seed, killed, kills);
  }

  /** How the process ended: killed, or by itself before the moment came. */
  private int end(Moment moment, Callable<Process> start) throws Exception {
    var process = start.call();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> !process.isAlive() || moment.reached().getAsBoolean());
    if (!moment.grace().isZero()) {
      process.destroy();
      process.waitFor(moment.grace().toMillis(), TimeUnit.MILLISECONDS);
    }
    var exit = process.destroyForcibly().waitFor();
    if (exit == KILLED) kills.merge(moment.name(), 1, Integer::sum);
    return exit;
  }

  private static void assertSameAsTheProviders(PackagedJar packagedJar, Map<String, String> line)
      throws IOException {
    var kept =
        Files.readAllBytes(packagedJar.folder().resolve("out/rooms").resolve(line.get("picture")));
    assertThat(Sha256.hex(Sha256.digest().digest(kept))).isEqualTo(line.get("sha256"));
    var addresses = new ArrayList<>(List.of(line.get("outputs").split(" ")));
    assertThat(addresses).hasSize(1);
    assertThat(providers(addresses.get(0))).as(addresses.get(0)).isEqualTo(kept);
  }

  /** The picture that the provider delivers there; the first attempts may fail. */
  private static byte[] providers(String address) {
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
