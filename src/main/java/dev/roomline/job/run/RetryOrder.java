package dev.roomline.job.run;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Ledger;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.results.ResultTable;
import dev.roomline.results.RowMeaning;
import java.util.Set;

/** What one run buys and nothing else, because a person decided so. */
public record RetryOrder(Set<RenderKey> keys, Decision decision) {

  /** For the run's settings: even what the sheet would buy again by itself is left alone. */
  public Repurchase again() {
    return Repurchase.only(keys::contains);
  }

  /**
   * Writes the decisions down before anything is bought, so that whatever is killed, the same
   * command or the next run goes on with them. The lines are reopened first: one that holds for good
   * never contradicts the books. What was bought once more meanwhile is left as it is.
   */
  public void decide(Ledger ledger, ResultTable table) {
    var open = keys.stream()
        .flatMap(key -> ledger.find(key, 0).stream())
        .filter(known -> RowMeaning.of(known).mayBeRetried())
        .toList();
    table.reopen(open.stream().map(it -> it.purchase().key()).toList(), ResultStatus.NOT_BOUGHT);
    for (var known : open) {
      var before = known.decision();
      if (before != null && before.kind() == decision.kind()) continue;
      ledger.decisions().retry(known.purchase(), decision);
    }
  }

  /** Lines that wait to be bought by a run, as this buys others. */
  long aside(ResultTable table) {
    var aside = new long[1];
    table.forEachNotBought(line -> {
      if (line.key() == null || !keys.contains(line.key())) aside[0]++;
    });
    return aside[0];
  }
}
