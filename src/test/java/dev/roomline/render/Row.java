package dev.roomline.render;

import dev.roomline.render.Cell.Range;
import java.util.ArrayList;
import java.util.List;

/** One fault of the matrix, and what each call makes of it. */
final class Row {
  private static final Range NONE = new Range(0, 0);
  private static final Range ONCE = new Range(1, 1);
  private static final Range TWICE = new Range(2, 2);
  /** The first time and after each of three waits. */
  private static final Range FOUR_TIMES = new Range(4, 4);
  /** A busy vendor was not paid, so it may be asked until it has been busy for too long. */
  private static final Range WHILE_BUSY = new Range(1, 100);

  private final String name;
  private final Fault fault;
  private final List<Cell> cells = new ArrayList<>();
  private int times = Integer.MAX_VALUE;
  private int rows = 1;
  private boolean stopped;

  Row(String name, Fault fault) {
    this.name = name;
    this.fault = fault;
  }

  /** It happens so often, then all is well. */
  Row times(int count) {
    times = count;
    return this;
  }

  /** So many rows are rendered. */
  Row rows(int count) {
    rows = count;
    return this;
  }

  /** Somebody stops the run while it waits. */
  Row stopped() {
    stopped = true;
    return this;
  }

  Row create(String expected) {
    return create(expected, usual(expected));
  }

  Row create(String expected, int least, int most) {
    return create(expected, new Range(least, most));
  }

  Row collect(String expected) {
    return add(Call.COLLECT, expected, expected.startsWith("Spoiled") ? TWICE : each(1));
  }

  Row upload(String expected) {
    return add(Call.UPLOAD, expected, expected.startsWith("Rendered") ? each(1) : NONE);
  }

  Row download(String expected) {
    return add(Call.DOWNLOAD, expected, each(1));
  }

  List<Cell> cells() {
    return cells;
  }

  private Row create(String expected, Range creates) {
    return add(Call.CREATE, expected, creates);
  }

  private Row add(Call call, String expected, Range creates) {
    cells.add(new Cell(call, name, fault, times, expected, creates, rows, stopped));
    return this;
  }

  private Range usual(String expected) {
    if (expected.equals("NotSent")) return FOUR_TIMES;
    if (expected.equals("Spoiled")) return TWICE;
    return expected.endsWith("ENDPOINT") ? WHILE_BUSY : each(1);
  }

  private Range each(int count) {
    return rows == 1 && count == 1 ? ONCE : new Range(rows * count, rows * count);
  }
}
