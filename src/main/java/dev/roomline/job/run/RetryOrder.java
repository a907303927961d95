package dev.roomline.job.run;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Ledger;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.results.ResultTable;
import dev.roomline.results.RowMeaning;
import java.util.Set;

/** The renders that one run pays for, and no others, because a person decided so. */
public record RetryOrder(Set<RenderKey> keys, Decision decision) {

  /** For the run's settings: what the job file would repeat by itself is left alone, too. */
  public Repurchase again() {
    return Repurchase.only(keys::contains);
  }

  /**
   * Records the decisions before anything is paid for. After a kill at any moment the same command
   * or the next run continues with them. The lines are reopened first, so that a final line never
   * contradicts the ledger. A render that was paid for again in the meantime is left as it is.
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

  /** Counts the lines that still wait to be paid for and that this retry leaves out. */
  long aside(ResultTable table) {
    var aside = new long[1];
    table.forEachNotBought(line -> {
      if (line.key() == null || !keys.contains(line.key())) aside[0]++;
    });
    return aside[0];
  }
}
