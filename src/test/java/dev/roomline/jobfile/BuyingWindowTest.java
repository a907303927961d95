package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The group {@code window} of a job file. */
class BuyingWindowTest {
  /** Three hours before Berlin's clocks are put forward. */
  private static final Instant START = Instant.parse("2026-03-28T22:00:00Z");

  @TempDir
  Path folder;

  @Test
  void withoutOneThereIsNoEnd() throws Exception {
    assertThat(read("").end(START)).isEmpty();
  }

  @Test
  void aLengthIsTimeThatPassesWhateverClocksDo() throws Exception {
    assertThat(read("window: { max-duration: 7h, zone: Europe/Berlin }").end(START))
        .contains(Instant.parse("2026-03-29T05:00:00Z"));
  }

  @Test
  void theEarlierEndCounts() throws Exception {
    var jobFile = "window: { until: 06:00, max-duration: %s, zone: Europe/Berlin }";

    assertThat(read(jobFile.formatted("7h")).end(START))
        .contains(Instant.parse("2026-03-29T04:00:00Z"));
    assertThat(read(jobFile.formatted("2h")).end(START))
        .contains(Instant.parse("2026-03-29T00:00:00Z"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(
            () -> read("window: { until: dawn, max-duration: long, zone: Mars, untill: 1 }"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("window.until is 'dawn'; write a time such as \"06:00\"")
        .hasMessageContaining("window.max-duration is 'long'")
        .hasMessageContaining("window.zone is 'Mars', which is not a time zone")
        .hasMessageContaining("unknown key window.untill; did you mean window.until?");
  }

  private BuyingWindow read(String lines) throws IOException {
    var file = folder.resolve("nightly.yml");
    Files.writeString(file, "input: rooms.csv\n" + lines + "\n");
    return JobFile.load(file, Map.of()).window();
  }
}
