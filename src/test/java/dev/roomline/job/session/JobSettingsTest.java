package dev.roomline.job.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.job.JobFolder;
import dev.roomline.rooms.RoomList;
import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which digest an unfinished run is known to be the same. */
class JobSettingsTest {
  private static final String PLAIN =
      "bb2e847a55a529fce589ac29fcfe92c06cc184b19a9be5d3f5953062a3af493b";

  @TempDir
  Path folder;

  @Test
  void aJobFileWithoutStylesAsksForWhatItDidInFormerReleases() throws Exception {
    assertThat(digest()).isEqualTo(PLAIN);
    assertThat(digest("variants=1", "seed=random")).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"variants=2", "seed=fixed 7", "seed=per-row", "styles.loft={}"})
  void whateverChangesTheRendersIsAnotherRequest(String setting) throws Exception {
    assertThat(digest("endpoint.family=v6", setting)).isNotEqualTo(digest("endpoint.family=v6"));
  }

  @Test
  void theStyleColumnIsPartOfTheRequest() throws Exception {
    assertThat(digest("styles.loft={}", "style-column=prompt"))
        .isNotEqualTo(digest("styles.loft={}"));
  }

  private String digest(String... settings) throws Exception {
    var job = JobFolder.in(folder, URI.create("https://modelslab.com"))
        .rooms(1)
        .appendToJobFile("budget: { renders: 1 }\n");
    var request = job.command(false, OptionalLong.empty(), settings);
    var roomList = RoomList.check(
        job.file("rooms.csv"), JobSettings.rows(request.jobFile(), request.access()));
    return JobSettings.request(request, roomList).requestDigest();
  }
}
