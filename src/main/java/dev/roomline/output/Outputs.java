package dev.roomline.output;

import dev.roomline.domain.StorageException;
import dev.roomline.results.ResultRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Outputs that take the same lines and are replaced one after the other. A kill in between leaves
 * each of them complete: the first ones new, the others as before.
 */
final class Outputs implements AutoCloseable {
  private final Path folder;
  private final Deque<Output> outputs = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param folder where they lie; a {@link StorageException} names it
   */
  Outputs(Path folder) {
    this.folder = folder;
  }

  /** Opens them in the order in which they will appear. */
  void open(List<Output.Opener> openers) {
    work(() -> {
      for (var opener : openers) outputs.add(opener.open());
    });
  }

  /** Hands a line to each, as it is and as it is shown. */
  void add(ResultRow row, ResultRow shown) {
    work(() -> {
      for (var output : outputs) output.add(row, shown);
    });
  }

  /** Lets them appear, once all of them are written. */
  void commit() {
    work(() -> {
      for (var output : outputs) output.prepare();
      for (var output : outputs) output.commit();
    });
  }

  /** Drops what was not committed. */
  @Override
  public void close() {
    if (outputs.isEmpty()) return;
    try {
      work(outputs.removeLast()::close);
    } finally {
      close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void work(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new StorageException(folder, e);
    }
  }
}
