package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.campaign.ChildClassPath;
import dev.roomline.campaign.KillPoints;
import dev.roomline.campaign.KillableProcess;
import dev.roomline.job.JobFolder;
import dev.roomline.job.batch.KillableRun;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed while its outputs appear, one after the other. */
class PublishKillsTest {
  private static final List<String> FILES = List.of("index.html", "errors.csv", "results.csv");
  private static final Duration LONG = Duration.ofSeconds(120);

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  /** The number says how many of {@link #FILES} are new by then. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 before pictures",
        "0 after pictures",
        "1 after gallery",
        "2 after errors.csv",
        "3 after results.csv"
      })
  void eachOutputIsWholeAndTheSameCommandCompletesThemForNothing(String moment) throws Exception {
    var job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withPictureSize(16)));
    job.prompts("sofa", "desk").run();
    var before = files();
    job.prompts("sofa", "desk", "lamp", "rug [sandbox field 1]");
    killAt(moment.substring(2));
    var asked = provider.creates();
    assertThat(asked).isEqualTo(4);
    var committed = moment.charAt(0) - '0';
    var killed = files();
    assertThat(killed.subList(committed, 3)).isEqualTo(before.subList(committed, 3));

    job.run();

    assertThat(provider.creates()).isEqualTo(asked);
    assertThat(provider.billedTwice()).isEmpty();
    assertThat(job.column("status")).containsExactly("rendered", "rendered", "rendered", "refused");
    assertThat(files().subList(1, 3)).doesNotContainAnyElementsOf(before.subList(1, 3));
    assertThat(killed.subList(1, Math.max(1, committed)))
        .as("whole when it was killed")
        .isEqualTo(files().subList(1, Math.max(1, committed)));
    assertThat(files().get(0)).contains("<b>4</b> rooms");
    assertThat(job.column("picture").subList(0, 3))
        .allSatisfy(it -> assertThat(job.file("out").resolve(it)).isRegularFile());
    assertThat(leftovers()).isEmpty();
  }

  private void killAt(String step) throws Exception {
    var child = KillableProcess.start(List.of("-cp", ChildClassPath.all()), folder, step);
    try {
      var said = child.nextLine(LONG).orElse(KillableProcess.EXITED);
      while (!said.startsWith(KillPoints.STEP_PREFIX)) {
        assertThat(said).as(child.output()).isNotIn(KillableProcess.EXITED, KillableRun.DONE);
        said = child.nextLine(LONG).orElse(KillableProcess.EXITED);
      }
      assertThat(said).isEqualTo(KillPoints.STEP_PREFIX + step);
    } finally {
      child.kill();
    }
  }

  private List<String> files() throws IOException {
    var texts = new ArrayList<String>();
    for (var name : FILES) texts.add(Files.readString(folder.resolve("out").resolve(name)));
    return texts;
  }

  private List<Path> leftovers() throws IOException {
    try (var all = Files.walk(folder.resolve("out"))) {
      return all.filter(it -> it.getFileName().toString().matches(".*(\\.new|roomline-new.*)"))
          .toList();
    }
  }
}
