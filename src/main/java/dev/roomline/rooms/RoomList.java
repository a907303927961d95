package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** A room list that was checked once from end to end, so that its rows can be rendered. */
public final class RoomList {
  private final CsvFile file;
  private final RowParser rules;
  private final String digest;
  private final long rows;
  private final long renders;

  private RoomList(CsvFile file, RowParser rules, CsvScan read, Extent extent) {
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
   * @throws InvalidInputException naming file, line and remedy
   */
  public static RoomList check(Path csv, RowSettings settings) {
    var file = CsvFile.of(csv, settings);
    try (var scan = file.open()) {
      var first = scan.next();
      if (first == null) {
        throw new InvalidInputException(
            file.name() + ", line 1: is empty; write a header and a row per room");
      }
      var place = file.name() + ", line " + first.getRecordNumber();
      var rules = new RowParser(Header.of(place, first.toList()), settings);
      return new RoomList(file, rules, scan, extent(file, rules, scan));
    }
  }

  private record Extent(long rows, long renders) {}

  private static Extent extent(CsvFile file, RowParser rules, CsvScan scan) {
    var rows = 0L;
    var renders = 0L;
    var repeatedRoomFilter = new RepeatedRoomFilter(rules.header());
    for (var row = scan.next(); row != null; row = scan.next()) {
      rules.header().refuseUnnamed(file.name(), row);
      if (repeatedRoomFilter.has(row)) continue;
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
