package dev.roomline.output;

import dev.roomline.results.ResultRow;
import java.io.Closeable;
import java.io.IOException;

/**
 * A part of the output folder. It takes all lines of a run and is then replaced as a whole. Until
 * then, and if anything fails, the earlier one stays.
 */
public interface Output extends Closeable {

  /**
   * Takes the next line, in the order of the input.
   *
   * @param row the line as it is in this run
   * @param shown the line as it is shown: an earlier one while a newer purchase has no picture
   */
  void add(ResultRow row, ResultRow shown) throws IOException;

  /** Writes all there is to write, so that a full disk shows before any output appears. */
  void prepare() throws IOException;

  /** Replaces what was there. */
  void commit() throws IOException;

  /** Drops what was not committed. */
  @Override
  void close() throws IOException;

  /** Begins an output. */
  interface Opener {
    Output open() throws IOException;
  }
}
