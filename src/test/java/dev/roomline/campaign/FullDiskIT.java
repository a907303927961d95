package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that is really full, at another write for each size. It needs root and a Linux; elsewhere
 * {@link MachineFaultsIT} has to do. {@code
 * -Ddisks=state:16,state:24,out:40} (kilobytes) names others.
 */
class FullDiskIT {
  private static final int ROOMS = 40;
  private static final String DISKS = System.getProperty("disks", "state:200,out:40");

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private Path disk;

  static Stream<String> disks() {
    return Stream.of(DISKS.split(","));
  }

  @ParameterizedTest
  @MethodSource("disks")
  void losesNothingThatWasPaid(String folderAndSize) throws Exception {
    mount(folderAndSize);
    var slow = SandboxExtension.quick().withLatency(Latency.of(Duration.ofMillis(20)));
    var packagedJar = new PackagedJar(folder, provider.open(slow.withProcessingShare(0.3)));
    packagedJar.rooms(
        PackagedJar.allRows(ROOMS).stream().map(row -> "room " + row).toList());

    var full = packagedJar.run();
    assertThat(full.waitFor(60, TimeUnit.SECONDS)).as(packagedJar.printed()).isTrue();

    assertThat(full.exitValue()).as(packagedJar.printed()).isEqualTo(11);
    assertThat(packagedJar.printed())
        .contains(disk.toString(), "free some space")
        .doesNotContain("\tat ");
    command("mount", "-o", "remount,size=100m", disk.toString());
    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isIn(0, 4);
    assertThat(packagedJar.column("row")).isEqualTo(PackagedJar.allRows(ROOMS));
    assertThat(packagedJar.column("status")).isSubsetOf("rendered", "unsure").contains("rendered");
    assertThat(provider.billedTwice()).isEmpty();
    assertThat(provider.billed()).isEqualTo(ROOMS);
  }

  @Test
  void callsNoPictureRenderedThatHadNoRoomInTheOutput() throws Exception {
    mount("out:100");
    var packagedJar = new PackagedJar(folder, provider.open(SandboxExtension.quick()));
    packagedJar.rooms(List.of("room 2"));
    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isZero();
    try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
      filler.write(new byte[(int) disk.toFile().getUsableSpace() - 16_000]);
    }
    packagedJar.rooms(
        PackagedJar.allRows(ROOMS).stream().map(row -> "room " + row).toList());

    assertThat(packagedJar.run().waitFor()).as(packagedJar.printed()).isEqualTo(11);

    assertThat(packagedJar.column("status")).containsExactly("rendered");
    assertThat(packagedJar.column("picture"))
        .allSatisfy(it -> assertThat(packagedJar.results().resolveSibling(it)).isNotEmptyFile());
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) command("umount", disk.toString());
  }

  private void mount(String folderAndSize) throws Exception {
    var parts = folderAndSize.split(":");
    var place = Files.createDirectories(folder.resolve(parts[0]));
    var size = "size=" + parts[1] + "k";
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", size, "tmpfs", place.toString()),
        "a small disk cannot be mounted here");
    disk = place;
  }

  private static boolean command(String... words) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(words)).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
