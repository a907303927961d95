package dev.roomline.job;

import java.util.function.Supplier;

/** The stations of one run, put together. */
record Corridor(
    RenderWindow window,
    RenderProcessor processor,
    ResultTable table,
    CollectStep collect,
    Publication output,
    Supplier<Occasion> occasion,
    Tally tally) {

  /** Prints the output folder as the results stand. */
  void publish() {
    output.publish(table, occasion.get());
  }

  /** Whether every row has its lines and none waits to be bought. */
  boolean finished() {
    return window.leftNothing() && table.totals().settled();
  }
}
