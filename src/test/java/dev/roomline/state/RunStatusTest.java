package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.state.RunStatus.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStatusTest {
  private static final RunStatus BEGUN = new RunStatus(4711, "nightly.yml", "2026-03-01", null);

  @TempDir
  Path folder;

  @Test
  void keepsItsKeys() throws IOException {
    var file = folder.resolve("run.json");

    new RunStatusFile(file).write(BEGUN.at(new Progress(5, 6, 2, 1, 4, 3, 60, 0, 90L)));

    assertThat(file)
        .hasContent("{\"pid\":4711,\"sheet\":\"nightly.yml\",\"since\":\"2026-03-01\",\"rows\":5,"
            + "\"renders\":6,\"done\":2,\"failed\":1,\"in_flight\":4,\"fetching\":3,"
            + "\"per_minute\":60,\"allowed_per_minute\":\"unlimited\",\"seconds_left\":90}");
  }

  @Test
  void isReadAsItWasWritten() {
    var sign = new RunStatusFile(folder.resolve("run.json"));
    var limited = BEGUN.at(new Progress(5, 6, 2, 1, 4, 3, 60, 60, null));
    var unlimited = BEGUN.at(new Progress(5, 6, 2, 1, 4, 3, 60, 0, 90L));

    for (var status : new RunStatus[] {BEGUN, limited, unlimited}) {
      sign.write(status);
      assertThat(sign.read()).contains(status);
    }
  }

  @Test
  void whatIsMissingIsNoTrouble() throws IOException {
    var file = folder.resolve("run.json");

    Files.writeString(file, "{\"renders\":7}");
    assertThat(new RunStatusFile(file).read())
        .contains(new RunStatus(0, "", "", new Progress(0, 7, 0, 0, 0, 0, 0, 0, null)));
    Files.writeString(file, "{\"ren");
    assertThat(new RunStatusFile(file).read()).isEmpty();
  }
}
