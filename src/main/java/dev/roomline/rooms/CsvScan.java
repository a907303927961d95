package dev.roomline.rooms;

import dev.roomline.domain.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One reading of a CSV file from its first byte to its last, record by record. */
final class CsvScan implements AutoCloseable {
  private final MessageDigest digest = Sha256.digest();
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  CsvScan(CsvFile file) throws IOException {
    var bytes = new DigestInputStream(Files.newInputStream(file.path()), digest);
    try {
      var text = new CsvLimitsReader(
          new StrictDecoder(bytes, file.encoding()), file.delimiter(), file.name());
      this.parser =
          CSVFormat.RFC4180.builder().setDelimiter(file.delimiter()).get().parse(text);
      this.records = parser.iterator();
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** The next row that is not blank, or null at the end. */
  @Nullable
  CsvRow next() {
    while (records.hasNext()) {
      var found = CsvRow.of(records.next());
      if (found.width() > 0) return found;
    }
    return null;
  }

  /** Reads up to the header and over it; false if it is not where it was found. */
  boolean skipTo(Header header) {
    var row = next();
    while (row != null && row.number() < header.row()) row = next();
    return row != null && header.isSameAs(row);
  }

  /** SHA-256 of all bytes, in hexadecimal; valid after {@link #next} has returned null. */
  String digest() {
    return Sha256.hex(digest.digest());
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
