package dev.roomline.download;

import dev.roomline.domain.StorageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The file that a download is written to. An error of this file stops the job, so it must not be
 * taken for a network error.
 */
final class DownloadFile implements AutoCloseable {
  private final Path to;
  private final OutputStream file;

  DownloadFile(Path to) {
    this.to = to;
    try {
      // Not Files.newOutputStream: an interrupt would look like a broken disk.
      file = new FileOutputStream(to.toFile());
    } catch (IOException e) {
      throw new StorageException(to, e);
    }
  }

  void write(byte[] bytes, int count) {
    try {
      file.write(bytes, 0, count);
    } catch (IOException e) {
      throw new StorageException(to, e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new StorageException(to, e);
    }
  }
}
