package dev.roomline.job;

/** The stations of one run, put together. */
record Corridor(
    RenderWindow window,
    RenderProcessor processor,
    ResultTable table,
    CollectStep collect,
    Publication output,
    Tally tally) {

  /** Whether every row has its lines and none waits to be bought. */
  boolean finished() {
    return window.leftNothing() && table.totals().settled();
  }
}
