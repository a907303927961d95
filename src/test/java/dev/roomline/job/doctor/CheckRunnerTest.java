package dev.roomline.job.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.doctor.CheckRunner.Check;
import dev.roomline.job.doctor.Finding.Standing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
  private static final Check WELL = new Check("well", () -> List.of(Finding.well("well", "it is")));

  @Test
  void aCheckThatHangsKeepsNoOtherFromBeingMade() throws Exception {
    var never = new CountDownLatch(1);
    var hangs = new Check("hangs", () -> {
      never.await();
      return List.of();
    });

    var found = new CheckRunner(Duration.ofMillis(200)).make(List.of(hangs, WELL));

    assertThat(found).extracting(Finding::what).containsExactly("hangs", "well");
    assertThat(found).extracting(Finding::standing).containsExactly(Standing.STOPS, Standing.WELL);
    never.countDown();
  }

  @Test
  void aCheckThatFailsTellsWhatARunWouldEndWith() throws Exception {
    var input = new Check("rooms", () -> {
      throw new InvalidInputException("no header");
    });
    var disk = new Check("disk", () -> {
      throw new IOException("No space left on device");
    });

    var found = new CheckRunner(Duration.ofSeconds(5)).make(List.of(input, disk, WELL));

    assertThat(found)
        .extracting(Finding::exit)
        .containsExactly(ExitCode.USAGE, ExitCode.STORAGE, ExitCode.DONE);
    assertThat(found.get(0).words()).isEqualTo("no header");
    assertThat(found.get(1).words()).contains("free some space there");
  }

  @Test
  void theFirstExitCodeThatAppliesWins() {
    var report = new DoctorReport(List.of(
        Finding.stops("endpoint", ExitCode.ENDPOINT, "", ""),
        Finding.stops("state", ExitCode.HELD, "", ""),
        Finding.stops("key", ExitCode.ACCOUNT, "", "")));

    assertThat(report.exit()).isEqualTo(ExitCode.HELD);
  }
}
