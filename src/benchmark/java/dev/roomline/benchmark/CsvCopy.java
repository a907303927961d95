package dev.roomline.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Reads a table and writes it again, row by row. Arguments: from, to. */
public final class CsvCopy {
  private CsvCopy() {}

  /** Copies the table. */
  public static void main(String[] arguments) throws Exception {
    var to = Files.newBufferedWriter(Path.of(arguments[1]));
    try (var csv = CSVFormat.RFC4180.parse(Files.newBufferedReader(Path.of(arguments[0])));
        var copy = new CSVPrinter(to, CSVFormat.RFC4180)) {
      for (var row : csv) copy.printRecord(row);
    }
  }
}
