package dev.roomline.render;

import dev.roomline.render.FaultCase.Range;
import java.util.ArrayList;
import java.util.List;

/** One fault of the matrix, and the expected outcome at each call. */
final class FaultRow {
  private static final Range NONE = new Range(0, 0);
  private static final Range ONCE = new Range(1, 1);
  private static final Range TWICE = new Range(2, 2);
  /** The first time and after each of three waits. */
  private static final Range FOUR_TIMES = new Range(4, 4);
  /** A busy provider was not paid, so it may be asked until it has been busy for too long. */
  private static final Range WHILE_BUSY = new Range(1, 100);

  private final String name;
  private final Fault fault;
  private final List<FaultCase> cells = new ArrayList<>();
  private int times = Integer.MAX_VALUE;
  private int rows = 1;
  private boolean stopped;

  FaultRow(String name, Fault fault) {
    this.name = name;
    this.fault = fault;
  }

  /** The fault happens this often, then calls succeed. */
  FaultRow times(int count) {
    times = count;
    return this;
  }

  /** This many rows are rendered. */
  FaultRow rows(int count) {
    rows = count;
    return this;
  }

  /** The run is stopped while it waits. */
  FaultRow stopped() {
    stopped = true;
    return this;
  }

  FaultRow create(String expected) {
    return create(expected, usual(expected));
  }

  FaultRow create(String expected, int least, int most) {
    return create(expected, new Range(least, most));
  }

  FaultRow collect(String expected) {
    return add(ApiCall.COLLECT, expected, expected.startsWith("Failed") ? TWICE : each(1));
  }

  FaultRow upload(String expected) {
    return add(ApiCall.UPLOAD, expected, expected.startsWith("Rendered") ? each(1) : NONE);
  }

  FaultRow download(String expected) {
    return add(ApiCall.DOWNLOAD, expected, each(1));
  }

  List<FaultCase> cells() {
    return cells;
  }

  private FaultRow create(String expected, Range creates) {
    return add(ApiCall.CREATE, expected, creates);
  }

  private FaultRow add(ApiCall apiCall, String expected, Range creates) {
    cells.add(new FaultCase(apiCall, name, fault, times, expected, creates, rows, stopped));
    return this;
  }

  private Range usual(String expected) {
    if (expected.equals("NotSent")) return FOUR_TIMES;
    if (expected.equals("Failed")) return TWICE;
    return expected.endsWith("ENDPOINT") ? WHILE_BUSY : each(1);
  }

  private Range each(int count) {
    return rows == 1 && count == 1 ? ONCE : new Range(rows * count, rows * count);
  }
}
