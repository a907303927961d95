package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.ledger.BudgetUsage;
import dev.roomline.ledger.Usage;
import dev.roomline.render.limits.StopReason.AccountRefused;
import dev.roomline.render.limits.StopReason.BudgetUsed;
import dev.roomline.render.limits.StopReason.Interrupted;
import dev.roomline.render.limits.StopReason.WrongAddress;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StopReasonTest {
  private static final BudgetUsed BUDGET =
      new BudgetUsed(new BudgetUsage(Instant.EPOCH, Usage.NOTHING, Usage.NOTHING));

  private final BuyingControl buying = new BuyingControl();

  @Test
  void everyKindHasItsPlaceInTheOrder() {
    assertThat(StopReason.GRAVEST_FIRST).doesNotHaveDuplicates();
    assertThat(Set.of(StopReason.class.getPermittedSubclasses()))
        .isEqualTo(Set.copyOf(StopReason.GRAVEST_FIRST));
  }

  @Test
  void theGravestIsReportedFirstAndEachKindOnce() {
    var refused = new AccountRefused(Cause.KEY, "Invalid API key");
    buying.stop(BUDGET);
    buying.stop(refused);
    buying.stop(new AccountRefused(Cause.KEY, "the same of another row"));

    assertThat(buying.reasons()).containsExactly(refused, BUDGET);
  }

  @Test
  void rowsShowTheReasonThatCameFirst() {
    buying.stop(BUDGET);
    buying.stop(new Interrupted());

    assertThat(buying.firstReason()).isEqualTo(BUDGET);
  }

  @Test
  void anUnusableEndpointNamesItsCause() {
    assertThat(StopReason.of(new EndpointUnusable(Cause.ADDRESS, "HTTP 404")))
        .isEqualTo(new WrongAddress("HTTP 404"));
    assertThat(StopReason.of(new EndpointUnusable(Cause.CREDIT, "no credit")))
        .isEqualTo(new AccountRefused(Cause.CREDIT, "no credit"));
  }
}
