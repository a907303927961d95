package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes room lists: a prompt of its own for each row, one photo for all. */
final class RoomListWriter {
  private static final String PHOTO = "https://photos.example/room.jpg";

  private RoomListWriter() {}

  static Path write(Path file, String prompt, int rows) throws IOException {
    return write(file, prompt, rows, row -> true);
  }

  /** Leaves out the rows that are not wanted. */
  static Path write(Path file, String prompt, int rows, IntPredicate wanted) throws IOException {
    try (var csv = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
      csv.printRecord("listing_key", "init_image", "prompt");
      for (int row = 0; row < rows; row++) {
        if (wanted.test(row)) csv.printRecord("L-" + row, PHOTO, prompt + " " + row);
      }
    }
    return file;
  }
}
