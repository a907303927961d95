package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "25.5, 25.50",
    "25, 25.00",
    "0.0047, 0.0047",
    "-0.02, -0.02",
    "100, 100.00",
    "0.0000004, 0"
  })
  void isWrittenAsPeopleDo(BigDecimal amount, String text) {
    assertThat(Money.of(amount)).hasToString(text);
  }
}
