package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Instant EVENING = Instant.parse("2026-11-22T22:50:00Z");

  @Test
  void aLabelTurnsNoTextAround() {
    assertThat(Labels.label("room \u202Egpj.exe\u2066\n two")).isEqualTo("room gpj.exe two");
  }

  @Test
  void aLabelIsShortAndCutsNoCharacterInHalf() {
    var label = Labels.label("a".repeat(119) + "\uD83D\uDECB".repeat(50));

    assertThat(label).isEqualTo("a".repeat(119) + "…");
  }

  @Test
  void aJobFilesNameBecomesAHeading() {
    assertThat(Labels.heading("listing-renders")).isEqualTo("Listing renders");
  }

  @Test
  void theDayIsNamedOnce() {
    assertThat(Labels.span(EVENING, EVENING.plusSeconds(60), ZoneOffset.UTC))
        .isEqualTo("22 November 2026, 22:50 to 22:51");
  }

  @Test
  void aRunPastMidnightNamesBothDays() {
    assertThat(Labels.span(EVENING, EVENING.plusSeconds(7200), ZoneOffset.UTC))
        .isEqualTo("22 November 2026, 22:50 to 23 November 2026, 00:50");
  }

  @Test
  void anUnknownStatusIsShownAsItIs() {
    assertThat(Labels.status("brand-new")).isEqualTo("Brand-new");
  }

  @Test
  void aShortRunStillTookASecond() {
    assertThat(Labels.time(Duration.ofMillis(3))).isEqualTo("1 s");
  }
}
