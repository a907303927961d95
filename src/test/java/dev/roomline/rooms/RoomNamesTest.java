package dev.roomline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomNamesTest {
  private static final RoomNames NAMES = RoomNames.of(List.of("Listing Key", "photo", "room"));

  @ParameterizedTest
  @CsvSource({
    "HL-1041, HL-1041",
    "Süd 7/3, Sud-7-3",
    "../../etc/passwd, etc-passwd",
    "C:\\temp\\x, C-temp-x",
    "a.b:c*d?, a-b-c-d",
    "lpt1, lpt1"
  })
  void aListingBecomesANameEverySystemAllows(String listing, String stem) {
    assertThat(NAMES.stem(List.of(listing, "a.jpg", ""))).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource({
    "living room.JPG, living-room",
    "https://p.example/x/Attic%201.png?sig=abc, Attic-201",
    "https://p.example/, room",
    "東京.jpg, room"
  })
  void withoutAListingThePhotoGivesTheName(String photo, String stem) {
    assertThat(NAMES.stem(List.of("", photo, ""))).isEqualTo(stem);
  }

  @Test
  void aNameIsNotLongerThanAFileNameMayBe() {
    assertThat(NAMES.stem(List.of("x".repeat(500), "a.jpg", ""))).hasSize(60);
  }

  @Test
  void theTitleIsTheRoomOrThePhoto() {
    assertThat(NAMES.title(List.of("", "a/attic.jpg", "Attic, west"))).isEqualTo("Attic, west");
    assertThat(NAMES.title(List.of("", "a/attic.jpg", ""))).isEqualTo("attic");
  }
}
