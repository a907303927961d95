package dev.roomline.ledger;

import dev.roomline.domain.RenderOutcome.Charge;
import dev.roomline.ledger.Decision.Kind;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The questions of {@link PurchaseMeaning} as SQL conditions on a line of {@code render_ledger}. A
 * test asks both about every possible line.
 */
final class LedgerConditions {
  /** {@link PurchaseMeaning#isUndecided}. */
  static final String UNDECIDED =
      "(" + in(PurchaseState.SENDING, PurchaseState.UNSURE) + " and judgement is null)";

  /** {@link PurchaseMeaning#isDecidable}; an open claim only after its run is known to be dead. */
  static final String DECIDABLE = "(" + in(PurchaseState.UNSURE) + " or ("
      + in(PurchaseState.RENDERED) + " and " + in(Kind.PAID_ELSEWHERE) + " and pictures is null))";

  /** {@link PurchaseMeaning#isRetryable}. */
  static final String RETRYABLE = "(" + in(PurchaseState.REFUSED, PurchaseState.SPOILED) + " or ("
      + in(PurchaseState.RENDERED) + " and ((gone and pictures is null) or "
      + in(Kind.REJECTED, Kind.RETRY, Kind.RETRY_NEW_SEED) + ")))";

  /** {@link PurchaseMeaning#paid} is {@link Charge#NO}. */
  static final String NOT_PAID =
      "(coalesce(" + in(Kind.NOT_PAID) + ", false) or " + in(Charge.NO) + ")";

  /** {@link PurchaseMeaning#paid} is {@link Charge#YES}. */
  static final String PAID =
      "(coalesce(" + in(Kind.PAID_ELSEWHERE) + ", false) or " + in(Charge.YES) + ")";

  /** Depends on the state alone, not on decisions: only what is not paid leaves the budget. */
  static final String BUDGETED = "state not in " + states(it -> it.paid() == Charge.NO);

  /** The provider's answer says whether it is paid. */
  static final String ANSWERED = "state in " + states(it -> it.paid() != Charge.PERHAPS);

  private LedgerConditions() {}

  static String in(PurchaseState... states) {
    return "state in " + states(Arrays.asList(states)::contains);
  }

  private static String in(Charge charge) {
    return "state in " + states(it -> it.paid() == charge);
  }

  private static String in(Kind... decisions) {
    return "judgement in " + names(decisions);
  }

  private static String states(Predicate<PurchaseState> which) {
    return names(Arrays.stream(PurchaseState.values()).filter(which).toArray(PurchaseState[]::new));
  }

  private static String names(Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(it -> "'" + it.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
