package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file and how its cells are read. */
record CsvFile(Path path, Encoding encoding, char delimiter) {

  static CsvFile of(Path path, RowSettings settings) {
    if (!Files.exists(path))
      throw new InvalidInputException(path + " does not exist; check input:");
    if (!Files.isRegularFile(path))
      throw new InvalidInputException(path + " is not a file; name a CSV");
    try {
      var encoding = Encoding.of(path, settings.charset());
      var declared = settings.delimiter();
      return new CsvFile(path, encoding, declared == null ? detect(path, encoding) : declared);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The file's name in messages. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** Begins a pass over the whole file. */
  CsvScan open() {
    try {
      return new CsvScan(this);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static char detect(Path path, Encoding encoding) throws IOException {
    try (var text = new BufferedReader(new StrictDecoder(Files.newInputStream(path), encoding))) {
      return Delimiter.detect(text);
    }
  }

  private static RuntimeException unreadable(Path path, IOException e) {
    return e instanceof AccessDeniedException
        ? new InvalidInputException(path + " cannot be read; check its permissions")
        : new UncheckedIOException(path + " cannot be read", e);
  }
}
