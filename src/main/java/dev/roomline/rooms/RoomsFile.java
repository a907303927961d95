package dev.roomline.rooms;

import dev.roomline.domain.BadInput;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** A rooms file that was read once from end to end, so that it can be rendered row by row. */
public final class RoomsFile {
  private final CsvFile file;
  private final RowRules rules;
  private final String digest;
  private final long rows;
  private final long renders;

  private RoomsFile(CsvFile file, RowRules rules, Pass read, Extent extent) {
    this.file = file;
    this.rules = rules;
    this.digest = read.digest();
    this.rows = extent.rows();
    this.renders = extent.renders();
  }

  /**
   * Reads the whole file, in flat memory, and refuses what no row could be trusted after: no
   * header, missing or ambiguous columns, text that is none, open quotes, boundless cells. Single
   * rows are not judged here.
   *
   * @throws BadInput naming file, line and remedy
   */
  public static RoomsFile check(Path csv, RowSettings settings) {
    var file = CsvFile.of(csv, settings);
    try (var pass = file.open()) {
      var first = pass.next();
      if (first == null) {
        throw new BadInput(file.name() + ", line 1: is empty; write a header and a row per room");
      }
      var place = file.name() + ", line " + first.getRecordNumber();
      var rules = new RowRules(Header.of(place, first.toList()), settings);
      return new RoomsFile(file, rules, pass, extent(file, rules, pass));
    }
  }

  private record Extent(long rows, long renders) {}

  private static Extent extent(CsvFile file, RowRules rules, Pass pass) {
    var rows = 0L;
    var renders = 0L;
    var repeats = new Repeats(rules.header());
    for (var row = pass.next(); row != null; row = pass.next()) {
      rules.header().refuseUnnamed(file.name(), row);
      if (repeats.has(row)) continue;
      rows++;
      renders += rules.lines(row);
    }
    return new Extent(rows, renders);
  }

  /** The input's own columns in order; columns of ours in a results file are left out. */
  public List<String> header() {
    return rules.header().names();
  }

  /** SHA-256 of the file's bytes in hexadecimal. */
  public String digest() {
    return digest;
  }

  /** Rows with data, valid or not, without the header. */
  public long rows() {
    return rows;
  }

  /** Renders that these rows ask for; an invalid one still counts as if it were right. */
  public long renders() {
    return renders;
  }

  /** What separates its cells. */
  public char delimiter() {
    return file.delimiter();
  }

  /** Whether it begins with a byte order mark. */
  public boolean bom() {
    return file.encoding().mark() > 0;
  }

  /** How it was decoded. */
  public Charset charset() {
    return file.encoding().charset();
  }

  /** Starts reading row by row; any number of times. */
  public RowReader open() {
    return open(new BitSet());
  }

  /**
   * Starts reading row by row, and passes over rows that are done without judging them.
   *
   * @param done lines of results; of a row with several it must hold all
   */
  public RowReader open(BitSet done) {
    return new RowReader(file, rules, digest, done);
  }
}
