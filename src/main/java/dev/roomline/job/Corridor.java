package dev.roomline.job;

/**
 * The stations of one run, put together.
 *
 * @param rows lines of the rooms file
 */
record Corridor(
    RenderWindow window,
    RenderProcessor processor,
    ResultTable table,
    CollectStep collect,
    Publication output,
    long rows) {

  /** Whether every row has its line and none waits to be bought. */
  boolean finished() {
    return table.totals().finished(rows);
  }
}
