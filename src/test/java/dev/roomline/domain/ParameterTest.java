package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", " 7 ", "07", "7.000"})
  void spellingsOfOneNumberAreOneValue(String text) {
    assertThat(Parameter.GUIDANCE_SCALE.parse(text)).isEqualTo(new BigDecimal("7"));
    assertThat(Parameter.STEPS.parse(text)).isEqualTo(7L);
  }

  @Test
  void largestSeedIsUnsigned() {
    assertThat(Parameter.SEED.parse("4294967295")).isEqualTo(4_294_967_295L);
  }

  @Test
  void textIsTrimmedAndOtherwiseTaken() {
    assertThat(Parameter.NEGATIVE_PROMPT.parse(" 7,5 people ")).isEqualTo("7,5 people");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "STEPS          | 0           | 0 is out of range; write a whole number from 1 to 2147483647",
        "STEPS          | 7.5         | 7.5 is not a whole number; write a whole number from 1 to",
        "STEPS          | fifty       | 'fifty' is not a number; write a whole number from 1 to",
        "GUIDANCE_SCALE | 40          | 40 is out of range; write a number from 1 to 20",
        "GUIDANCE_SCALE | 0.9         | 0.9 is out of range; write a number from 1 to 20",
        "GUIDANCE_SCALE | 7,5         | '7,5' is not a number; write 7.5 with a point",
        "GUIDANCE_SCALE | 1e999999999 | '1e999999999' is not a number; write a number from 1 to 20",
        "GUIDANCE_SCALE | ٧           | '٧' is not a number; write a number from 1 to 20",
        "STRENGTH       | strong      | 'strong' is not a number; write a number such as 0.7",
        "SEED           | -1          | -1 is out of range; write a whole number from 0 to 4294967295",
        "SEED           | 4294967296  | 4294967296 is out of range",
        "SEED           | NaN         | 'NaN' is not a number",
        "SEED           | .           | '.' is not a number",
      })
  void saysWhatIsWrongAndWhatToWrite(Parameter parameter, String text, String message) {
    assertThatThrownBy(() -> parameter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void hugeNumberIsShownShort() {
    assertThatThrownBy(() -> Parameter.SEED.parse("9".repeat(60_000)))
        .hasMessageStartingWith("'" + "9".repeat(40) + "…' is not a number");
  }
}
