package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @Test
  void whatIsTooMuchToCountIsEndless() {
    assertThat(Money.of(new BigDecimal("1000000000")).times(Long.MAX_VALUE))
        .isEqualTo(Money.ENDLESS);
    assertThat(Money.ENDLESS.times(0)).isEqualTo(Money.NONE);
  }

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
