package dev.roomline.job.batch;

import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.render.Renderer;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import java.util.Objects;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Waits for every render that is accepted, and completes the lines that had to go on without. */
final class CollectStep implements Tasklet {
  private final Renderer renderer;
  private final Ledger ledger;
  private final ResultTable table;
  private final Run run;

  CollectStep(Renderer renderer, Ledger ledger, ResultTable table, Run run) {
    this.renderer = renderer;
    this.ledger = ledger;
    this.table = table;
    this.run = run;
  }

  @Override
  public RepeatStatus execute(StepContribution step, ChunkContext context)
      throws InterruptedException {
    renderer.awaitAll();
    table.forEachWaiting(
        page -> table.write(page.stream().map(this::asTheBooksHaveIt).toList()));
    return RepeatStatus.FINISHED;
  }

  private ResultRow asTheBooksHaveIt(ResultRow row) {
    return ledger
        .find(Objects.requireNonNull(row.key()), run.sinceEdition())
        .map(known -> row.now(known, run))
        .orElse(row);
  }
}
