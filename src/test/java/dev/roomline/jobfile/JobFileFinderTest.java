package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.NamedPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileFinderTest {
  @TempDir
  Path temp;

  @BeforeEach
  void someJobs() throws IOException {
    Files.createDirectory(temp.resolve("jobs"));
    Files.writeString(temp.resolve("jobs/nightly.yml"), "input: rooms.csv");
    Files.writeString(temp.resolve("rooms.csv"), "init_image,prompt\n");
  }

  @ParameterizedTest
  @CsvSource({
    "nightly, jobs/nightly.yml",
    "jobs/nightly.yml, jobs/nightly.yml",
    "rooms.csv, rooms.csv",
  })
  void findsAJob(String job, String file) {
    assertThat(JobFileFinder.find(temp, job)).isEqualTo(temp.resolve(file));
  }

  @ParameterizedTest
  @CsvSource({
    "nigthly, jobs/nigthly.yml, jobs/nightly.yml",
    "jobs/nightly.yaml, jobs/nightly.yaml, jobs/nightly.yml",
    "room.csv, room.csv, rooms.csv",
  })
  void suggestsTheNearestJobThereIs(String job, String wanted, String meant) {
    assertThatThrownBy(() -> JobFileFinder.find(temp, job))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            temp.resolve(wanted) + " does not exist; did you mean " + temp.resolve(meant) + "?");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeOrADeviceIsNoJobFile() throws Exception {
    for (var place : List.of(NamedPipe.at(temp.resolve("pipe.yml")), Path.of("/dev/zero"))) {
      assertThatThrownBy(() -> JobFileFinder.open(place.toString(), Map.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(place + " is not a plain file; name a job file");
    }
  }

  @Test
  void suggestsAJobFileOfThisFolder() throws IOException {
    Files.writeString(temp.resolve("weekly.yml"), "input: rooms.csv");

    assertThatThrownBy(() -> JobFileFinder.find(temp, "weekly"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(temp.resolve("jobs/weekly.yml") + " does not exist; did you mean "
            + temp.resolve("weekly.yml") + "?");
  }

  @Test
  void jobFarFromAnythingIsJustMissing() {
    assertThatThrownBy(() -> JobFileFinder.find(temp, "elsewhere/weekly"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            temp.resolve("elsewhere/weekly") + " does not exist; check the name and the folder");
  }

  @Test
  void opensAJobFileOrACsv() {
    assertThat(
            JobFileFinder.open(temp.resolve("rooms.csv").toString(), Map.of()).name())
        .isEqualTo("rooms");
    assertThat(JobFileFinder.open(temp.resolve("jobs/nightly.yml").toString(), Map.of())
            .name())
        .isEqualTo("nightly");
  }
}
