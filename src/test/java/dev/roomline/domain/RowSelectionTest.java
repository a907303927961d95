package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSelectionTest {
  @Test
  void namesRowsAndRanges() {
    var rows = RowSelection.parse(List.of("3,7-12", "20"));

    assertThat(List.of(3L, 7L, 12L, 20L)).allMatch(rows::contains);
    assertThat(List.of(2L, 4L, 13L, 21L)).noneMatch(rows::contains);
  }

  @Test
  void allIsEveryRow() {
    assertThat(RowSelection.parse(List.of("all")).contains(1_000_000)).isTrue();
  }

  @Test
  void aRowThatIsNotThereIsFound() {
    var there = new BitSet();
    there.set(2, 10);
    there.clear(5); // a blank line

    assertThat(RowSelection.parse(List.of("3,4-9", "all")).missing(there)).isEmpty();
    assertThat(RowSelection.parse(List.of("5")).missing(there)).contains(5L);
    assertThat(RowSelection.parse(List.of("8-12")).missing(there)).contains(12L);
    assertThat(RowSelection.parse(List.of("1")).missing(there)).contains(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "3-", "-3", "3..7", "1e9"})
  void whatIsNoRowIsNamed(String word) {
    assertThatThrownBy(() -> RowSelection.parse(List.of(word)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'" + word + "' is no row; write rows as 3, 7-12 or all");
  }
}
