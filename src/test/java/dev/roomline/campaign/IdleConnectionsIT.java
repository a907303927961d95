package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.BillingAudit;
import dev.roomline.sandbox.SandboxExtension;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar and a server that closes idle connections at random within 2 s: no row is unsure,
 * and each has the render that was made for it. {@code -Dsoak.rows=2000} is a shorter one.
 */
@Tag("campaign")
class IdleConnectionsIT {
  private static final int ROWS = Integer.getInteger("soak.rows", 20_000);
  private static final long SEED = Long.getLong("soak.seed", 7);

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  @Test
  void everyRowGetsItsOwnRenderOverConnectionsThatEndAtAnyTime() throws Exception {
    var sandbox = provider.open(SandboxExtension.quick().withPictureSize(16));
    try (var proxy = new IdleClosingProxy(sandbox, SEED)) {
      var packagedJar = new PackagedJar(folder, proxy.url());
      packagedJar.rooms(
          PackagedJar.allRows(ROWS).stream().map(row -> "room " + row).toList());

      var begun = System.nanoTime();
      var exit = packagedJar.run("--set=pictures.allow=127.0.0.1").waitFor();

      System.out.printf(
          "[soak] %d rows, %d connections, %d s%n%s%n",
          ROWS,
          proxy.connections.get(),
          (System.nanoTime() - begun) / 1_000_000_000,
          packagedJar.printed().lines().reduce((earlier, last) -> last).orElse(""));
      assertThat(exit).as(packagedJar.printed()).isZero();
      assertThat(packagedJar.column("status")).hasSize(ROWS).containsOnly("rendered");
      assertThat(provider.billed()).isEqualTo(ROWS);
      new BillingAudit(provider)
          .assertAgreesWith(packagedJar.lines().stream().map(CSVRecord::toMap).toList());
    }
  }
}
