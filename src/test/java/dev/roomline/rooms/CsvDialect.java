package dev.roomline.rooms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** A way in which programs write CSV, as another program than ours writes it. */
record CsvDialect(
    Text text, char delimiter, String lineEnd, QuoteMode quotes, boolean endsWithALine) {

  /**
   * @param mark the byte order mark, empty for none
   * @param declared whether the job file has to name the charset
   */
  private record Text(Charset charset, String mark, boolean declared) {}

  private static final List<Text> TEXTS = List.of(
      new Text(StandardCharsets.UTF_8, "", false),
      new Text(StandardCharsets.UTF_8, "\uFEFF", false),
      new Text(StandardCharsets.UTF_16LE, "\uFEFF", false),
      new Text(StandardCharsets.UTF_16BE, "\uFEFF", false),
      new Text(Charset.forName("windows-1252"), "", true),
      new Text(StandardCharsets.ISO_8859_1, "", true),
      new Text(Charset.forName("Shift_JIS"), "", true));

  static Arbitrary<CsvDialect> any() {
    return Combinators.combine(
            Arbitraries.of(TEXTS),
            Arbitraries.of(',', ';', '\t', '|'),
            Arbitraries.of("\n", "\r\n", "\r"),
            Arbitraries.of(QuoteMode.MINIMAL, QuoteMode.ALL),
            Arbitraries.of(true, false))
        .as(CsvDialect::new);
  }

  @Nullable
  Charset declared() {
    return text.declared() ? text.charset() : null;
  }

  @Nullable
  Character declaredDelimiter() {
    return delimiter == '|' ? delimiter : null;
  }

  /** The table with an x for each character that this encoding does not have. */
  List<List<String>> writable(List<List<String>> table) {
    return table.stream().map(row -> row.stream().map(this::writable).toList()).toList();
  }

  private String writable(String cell) {
    return cell.codePoints()
        .mapToObj(Character::toString)
        .map(this::known)
        .collect(Collectors.joining());
  }

  private String known(String character) {
    var again = new String(character.getBytes(text.charset()), text.charset());
    return again.equals(character) ? character : "x";
  }

  byte[] write(List<List<String>> table) throws IOException {
    var format = CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setRecordSeparator(lineEnd)
        .setQuoteMode(quotes)
        .get();
    var written = new StringWriter();
    try (var csv = new CSVPrinter(written, format)) {
      csv.printRecords(table);
    }
    var all = written.toString();
    if (!endsWithALine) all = all.substring(0, all.length() - lineEnd.length());
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((text.mark() + all).getBytes(text.charset()));
    return bytes.toByteArray();
  }
}
