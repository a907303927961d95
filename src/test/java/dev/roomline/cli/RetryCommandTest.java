package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetryCommandTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  @BeforeEach
  void run() throws IOException {
    provider.open(SandboxExtension.quick());
    Files.writeString(folder.resolve("rooms.csv"), """
        init_image,prompt
        https://photos.example/a.jpg,sofa
        https://photos.example/a.jpg,lamp [sandbox failed 1]
        https://photos.example/a.jpg,rug [sandbox nothing-after]
        https://photos.example/a.jpg,desk [sandbox content]
        """);
    shell("run");
  }

  @Test
  void withoutATerminalAndWithoutAYesItShowsAndEndsWith2() {
    var shown = shell("retry", "--failed");

    assertThat(shown.exit()).isEqualTo(2);
    assertThat(shown.out())
        .contains("row 3, failed: Failed, Try Again")
        .contains("to pay for: 1 render")
        .contains("not selected: 1 rendered, 1 refused, 1 unsure")
        .contains("unsure or given up, so not retried: row 4")
        .contains("  Next: " + command("resolve"));
    assertThat(shown.err()).contains("Nothing was paid. Next: add --yes to render these.");
    assertThat(provider.creates()).isEqualTo(4);
  }

  @Test
  void withAYesItBuysOnlyWhatItShows() {
    var bought = shell("retry", "--failed", "--yes");

    assertThat(bought.exit()).as(bought.err()).isEqualTo(4);
    assertThat(bought.err()).contains("to pay for: 1 render");
    assertThat(bought.out()).contains("2 rendered, 1 refused, 1 unsure of 4 rows");
    assertThat(provider.creates()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--yes", "--quiet", "--json"})
  void aRetryThatWasKilledAfterItsLastRenderIsPublishedForNothing(String option) throws Exception {
    var before = Files.readString(results());
    shell("retry", "--failed", "--yes");
    killedBeforeItPublished(before);

    var again = shell("retry", "--failed", option);

    assertThat(again.exit()).as(again.err()).isEqualTo(4);
    assertThat(Files.readString(results())).contains("3,rendered").doesNotContain("3,failed");
    assertThat(provider.creates()).isEqualTo(5);
    assertThat(shell("retry", "--failed", "--yes").out()).startsWith("Nothing to retry.");
  }

  @Test
  void aRunThatWasKilledBeforeItPublishedIsPublishedByARetryOfNothing() throws Exception {
    killedBeforeItPublished("");

    var published = shell("retry", "--status=expired");

    assertThat(published.err())
        .contains("Nothing to pay for. The last run was killed; its results are written now.");
    assertThat(Files.readString(results())).contains("2,rendered", "3,failed");
    assertThat(provider.creates()).isEqualTo(4);
  }

  @Test
  void nothingToRetryIsSaidAndWell() {
    var nothing = shell("retry", "--status=expired,invalid", "--yes");

    assertThat(nothing.exit()).isZero();
    assertThat(nothing.out()).startsWith("Nothing to retry.");
  }

  @Test
  void askingAgainForWhatWasRefusedForItsContentIsWarnedOf() {
    assertThat(shell("retry", "--cause=content").out())
        .contains("Warning: 1 render was refused because of the prompt.");
  }

  @Test
  void aRowThatIsNotThereEndsWith2() {
    var slip = shell("retry", "--rows=3,17", "--yes");

    assertThat(slip.exit()).isEqualTo(2);
    assertThat(slip.err()).contains("--rows: the room list has no row 17");
  }

  @Test
  void whatCannotBeChosenEndsWith2() {
    assertThat(shell("retry", "--status=rendered").err())
        .contains("--status rendered: write refused, failed, expired or invalid");
    assertThat(shell("retry", "--status=unsure").err()).contains(command("resolve"));
    assertThat(shell("retry", "--new-seed").err()).contains("v5 documents no seed");
  }

  @Test
  void jsonShowsWhatWouldBeBought() {
    assertThat(shell("retry", "--json").out())
        .isEqualTo("{\"to_buy\":2,\"rows\":[3,5],\"by_status\":{\"refused\":1,\"failed\":1},"
            + "\"left\":{\"rendered\":1,\"unsure\":1},\"doubtful_rows\":[4],\"goes_on\":false}\n");
  }

  private void killedBeforeItPublished(String results) throws Exception {
    try (var lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      JdbcClient.create(database.source())
          .sql("update render_run set ending = null, ended_at = null")
          .update();
    }
    Files.writeString(results(), results);
  }

  private Path results() {
    return folder.resolve("out/rooms/results.csv");
  }

  /** The command on the same job, as the hints print it. */
  private String command(String name) {
    return "roomline " + name + " " + folder.resolve("rooms.csv")
        + " --set=retries=0 --set=limits.requests-per-minute=unlimited --endpoint="
        + provider.url();
  }

  private CommandResult shell(String command, String... more) {
    var fixed = Stream.of(
        command,
        folder.resolve("rooms.csv").toString(),
        "--endpoint=" + provider.url(),
        "--set=retries=0",
        "--set=limits.requests-per-minute=unlimited");
    return CommandResult.run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }
}
