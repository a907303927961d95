package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which moment a time on the clock names; Berlin's clocks change on 2026-03-29 and 2026-10-25. */
class WallClockTimeTest {

  @ParameterizedTest(name = "{0} seen from {1} is {2}")
  @CsvSource({
    "06:00, 2026-11-22T01:00:00Z, 2026-11-22T05:00:00Z",
    "06:00, 2026-11-22T05:00:00Z, 2026-11-23T05:00:00Z",
    "06:00, 2026-11-22T22:00:00Z, 2026-11-23T05:00:00Z",
    "00:00, 2026-11-22T22:00:00Z, 2026-11-22T23:00:00Z",
    "06:00:30, 2026-11-22T01:00:00Z, 2026-11-22T05:00:30Z",
  })
  void aTimeOfDayIsTheNextOne(String text, Instant start, Instant end) {
    assertThat(end(text, start)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0} seen from {1} is {2}")
  @CsvSource({
    "06:00, 2026-03-28T22:00:00Z, 2026-03-29T04:00:00Z",
    "06:00, 2026-10-24T22:00:00Z, 2026-10-25T05:00:00Z",
  })
  void aNightWithChangedClocksEndsWhenTheyShowIt(String text, Instant start, Instant end) {
    assertThat(end(text, start)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0} seen from {1} is {2}")
  @CsvSource({
    "02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:00:00Z",
    "02:30, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
    "2026-03-29T02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:00:00Z",
  })
  void aTimeThatIsLeftOutIsWhenClocksJumpOverIt(String text, Instant start, Instant end) {
    assertThat(end(text, start)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0} seen from {1} is {2}")
  @CsvSource({
    "02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
    "02:30, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z",
    "02:30, 2026-10-25T01:45:00Z, 2026-10-26T01:30:00Z",
    "2026-10-25T02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
    "2026-10-25T02:30+01:00, 2026-10-24T22:00:00Z, 2026-10-25T01:30:00Z",
  })
  void aTimeThatComesTwiceIsTheNextOfBoth(String text, Instant start, Instant end) {
    assertThat(end(text, start)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-21T06:00, 2026-11-21T05:00:00Z",
    "2026-11-21T06:00:00Z, 2026-11-21T06:00:00Z",
  })
  void aDateMayBeOver(String text, Instant end) {
    assertThat(end(text, Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6 am", "25:00", "06:60", "tomorrow", "2026-11-22", "T", "600"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(WallClockTime.parse(text)).isEmpty();
  }

  private static Instant end(String text, Instant start) {
    return WallClockTime.parse(text).orElseThrow().after(start, ZoneId.of("Europe/Berlin"));
  }
}
