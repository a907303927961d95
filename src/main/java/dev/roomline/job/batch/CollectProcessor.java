package dev.roomline.job.batch;

import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.results.ResultRow;
import java.util.Objects;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Updates a row from the ledger if its render came after the row was written. */
record CollectProcessor(Ledger ledger, Run run) implements ItemProcessor<ResultRow, ResultRow> {

  @Override
  public ResultRow process(ResultRow row) {
    return ledger
        .find(Objects.requireNonNull(row.key()), run.sinceEdition())
        .map(known -> row.now(known, run))
        .orElse(row);
  }
}
