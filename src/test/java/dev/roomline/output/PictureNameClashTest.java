package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.RowSelection;
import dev.roomline.domain.Sha256;
import dev.roomline.job.JobFolder;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.rooms.RoomList;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two renders of one photo whose keys begin with the same eight digits. */
class PictureNameClashTest {
  private static final int MOST_TRIED = 600_000;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;
  private List<String> clashing;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
    clashing = clashing();
  }

  @Test
  void bothRowsOfOneRunHaveAFileOfTheirOwn() throws Exception {
    job.prompts(clashing.get(0), clashing.get(1)).run();

    assertThatEveryRowHasItsPicture();
    assertThat(job.column("picture").get(1)).matches("pictures/a--[0-9a-f]{9,}\\.png");
  }

  @Test
  void aRowThatComesLaterLeavesTheFileOfTheFirst() throws Exception {
    job.prompts(clashing.get(0)).run();
    var first = job.column("picture").get(0);
    var bytes = Sha256.ofFile(job.file("out").resolve(first));
    assertThat(first).matches("pictures/a--[0-9a-f]{8}\\.png");

    job.prompts(clashing.get(1)).run();

    assertThat(job.column("picture").get(0)).isNotEqualTo(first);
    assertThat(Sha256.ofFile(job.file("out").resolve(first))).isEqualTo(bytes);
    assertThatEveryRowHasItsPicture();
  }

  @Test
  void aRejectedPictureTakesNoOtherWithIt() throws Exception {
    job.prompts(clashing.get(0), clashing.get(1)).run();

    new PictureReviewer(JobFile.load(job.file("nightly.yml"), Map.of()), Clock.systemUTC())
        .reject(RowSelection.parse(List.of("3")), "anna", "");

    assertThat(job.column("status")).containsExactly("rendered", "failed");
    assertThatEveryRowHasItsPicture();
  }

  @Test
  void aContinuedRunNamesARowThatWaitedByTheRowsThatDidNot() throws Exception {
    job.prompts(clashing.get(0), "lamp", clashing.get(1)).limited(2);

    job.run();

    assertThat(job.column("status")).containsOnly("rendered");
    assertThatEveryRowHasItsPicture();
  }

  private void assertThatEveryRowHasItsPicture() throws IOException {
    for (var line : job.lines()) {
      if (!line.get("status").equals("rendered")) continue;
      assertThat(Sha256.ofFile(job.file("out").resolve(line.get("picture"))))
          .isEqualTo(line.get("sha256"));
    }
    assertThat(job.column("picture")).filteredOn(it -> !it.isEmpty()).doesNotHaveDuplicates();
  }

  /** Prompts are tried until two have such keys; some 80,000 are usually enough. */
  private List<String> clashing() throws IOException {
    job.prompts(IntStream.range(0, MOST_TRIED).mapToObj(n -> "r" + n).toArray(String[]::new));
    var request = job.command(false, OptionalLong.empty());
    var endpoint = request.access().endpoint().id();
    var list = RoomList.check(
        request.jobFile().rooms().input(), JobSettings.rows(request.jobFile(), request.access()));
    var seen = new HashMap<String, String>();
    try (var rows = list.open(new BitSet())) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        var order = ((RoomRow.Order) row).request();
        var digits = RenderKey.of(endpoint, order).value().substring(0, 8);
        var other = seen.put(digits, order.prompt());
        if (other != null) return List.of(other, order.prompt());
      }
    }
    throw new AssertionError("no two keys begin alike");
  }
}
