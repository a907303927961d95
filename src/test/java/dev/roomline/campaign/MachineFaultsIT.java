package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar on a machine with too few resources, and the same command after repair. */
class MachineFaultsIT {
  private static final int ROOMS = 40;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private PackagedJar packagedJar;

  @BeforeEach
  void open() throws IOException {
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(20)));
    packagedJar = new PackagedJar(folder, provider.open(slow.withProcessingShare(0.3)));
    packagedJar.rooms(
        PackagedJar.allRows(ROOMS).stream().map(row -> "room " + row).toList());
  }

  /** In blocks of 512 bytes: the database cannot be created, or cannot grow during the run. */
  @ParameterizedTest
  @ValueSource(ints = {80, 400})
  void filesThatMayNotGrow(int blocks) throws Exception {
    assertEnds(
        packagedJar.runAfterShellCommand("ulimit -f " + blocks),
        11,
        folder.resolve("state").toString(),
        "-f");

    assertMended();
  }

  @Test
  void tooFewOpenFiles() throws Exception {
    assertEnds(
        packagedJar.runAfterShellCommand("ulimit -n 20"),
        11,
        "Too many open files",
        "ulimit -n 1024");

    assertMended();
  }

  @Test
  void tooLittleMemory() throws Exception {
    packagedJar.rooms(PackagedJar.allRows(30 * ROOMS).stream()
        .map(row -> "room " + row + " " + "and so on ".repeat(150))
        .toList());

    assertEnds(packagedJar.runWithJvmOption("-Xmx18m"), 1, "Java has no memory left", "-Xmx1g");

    assertThat(provider.billedTwice()).isEmpty();
  }

  @Test
  void damagedDatabase() throws Exception {
    var database = Files.createDirectories(folder.resolve("state")).resolve("roomline.mv.db");
    Files.write(database, new byte[20_000]);

    assertEnds(packagedJar.run(), 11, database + " is damaged", "backup");

    assertThat(database).hasBinaryContent(new byte[20_000]);
    assertThat(provider.creates()).isZero();
  }

  private void assertEnds(Process process, int exit, String... words) throws Exception {
    var ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    assertThat(ended).as("it ended. %s", packagedJar.printed()).isTrue();
    assertThat(process.exitValue()).as(packagedJar.printed()).isEqualTo(exit);
    assertThat(packagedJar.printed()).contains(words).doesNotContain("\tat ", "Caused by");
  }

  /** All rows are there; only rows whose lost answers were printed are unsure. */
  private void assertMended() throws Exception {
    var output = packagedJar.printed();

    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isIn(0, 4);

    assertThat(packagedJar.column("row")).isEqualTo(PackagedJar.allRows(ROOMS));
    assertThat(packagedJar.column("status")).isSubsetOf("rendered", "unsure").contains("rendered");
    for (var line : packagedJar.lines()) {
      if (line.get("status").equals("unsure"))
        assertThat(output).contains("row " + line.get("row") + ": ");
    }
    assertThat(provider.billedTwice()).isEmpty();
    assertThat(provider.billed()).isEqualTo(ROOMS);
  }
}
