package dev.roomline.job.batch;

import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.results.ResultTable;
import java.util.function.Supplier;

/** The stations of one run, put together. */
public record RunBeans(
    ReadAheadReader window,
    RenderProcessor processor,
    ResultTable table,
    CollectStep collect,
    OutputFolder output,
    Supplier<PublishedRun> occasion,
    ProgressCounter progress) {

  /** Prints the output folder as the results stand. */
  public void publish() {
    output.publish(table, occasion.get());
  }

  /** Whether every row has its lines and none waits to be bought. */
  public boolean finished() {
    return window.leftNothing() && table.totals().settled();
  }
}
