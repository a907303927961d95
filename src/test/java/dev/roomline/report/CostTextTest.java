package dev.roomline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.ledger.RunCosts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTextTest {

  @Test
  void aLineTellsWhatWasPaidAndWhatMayBeCharged() {
    var costs = new RunCosts(unpriced(18), unpriced(0), unpriced(6), unpriced(5), unpriced(5));

    assertThat(new CostText(costs, List.of()).purchases())
        .isEqualTo("18 paid, 6 refused (free), 5 failed and 5 unclear (may be charged);"
            + " price unknown");
  }

  @Test
  void nothingIsSaidAboutThePriceWhereNothingMayBeCharged() {
    var costs = new RunCosts(unpriced(0), unpriced(0), unpriced(2), unpriced(0), unpriced(0));

    assertThat(new CostText(costs, List.of()).purchases()).isEqualTo("2 refused (free)");
  }

  private static RunCosts.Sum unpriced(long renders) {
    return new RunCosts.Sum(renders, Money.NONE, renders);
  }
}
