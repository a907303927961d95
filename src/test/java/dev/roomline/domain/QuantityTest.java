package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows", "999, 999 rows"})
  void theNounFollowsTheNumber(long count, String text) {
    assertThat(Quantity.of(count, "row")).isEqualTo(text);
  }

  @Test
  void thousandsAreSeparatedByAComma() {
    assertThat(Quantity.of(29_802, "row")).isEqualTo("29,802 rows");
    assertThat(Quantity.number(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void theMachinesLanguageChangesNoNumber() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Quantity.number(29_802)).isEqualTo("29,802");
    } finally {
      Locale.setDefault(before);
    }
  }
}
