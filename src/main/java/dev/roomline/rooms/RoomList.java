package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** A room list that was checked once from end to end, so that its rows can be rendered. */
public final class RoomList {
  private final CsvFile file;
  private final RowParser parser;
  private final String digest;
  private final long rows;
  private final long renders;

  private RoomList(CsvFile file, RowParser parser, CsvScan read, Extent extent) {
    this.file = file;
    this.parser = parser;
    this.digest = read.digest();
    this.rows = extent.rows();
    this.renders = extent.renders();
  }

  /**
   * Reads the whole file in constant memory, and refuses errors that make all rows doubtful: no header,
   * missing or ambiguous columns, bytes that are no text, open quotes, unlimited cells. Single rows
   * are not checked here.
   *
   * @throws InvalidInputException naming file, line and remedy
   */
  public static RoomList check(Path csv, RowSettings settings) {
    var file = CsvFile.of(csv, settings);
    var found = HeaderSearch.in(file);
    if (found == null) {
      throw new InvalidInputException(
          file.name() + ", line 1: is empty; write a header and a row per room");
    }
    var parser = new RowParser(Header.of(file.name(), found), settings);
    try (var scan = file.open()) {
      scan.skipTo(parser.header());
      return new RoomList(file, parser, scan, extent(file, parser, scan));
    }
  }

  private record Extent(long rows, long renders) {}

  private static Extent extent(CsvFile file, RowParser parser, CsvScan scan) {
    var rows = 0L;
    var renders = 0L;
    var repeatedRoomFilter = new RepeatedRoomFilter(parser.header());
    for (var row = scan.next(); row != null; row = scan.next()) {
      parser.header().refuseUnnamed(file.name(), row);
      if (repeatedRoomFilter.has(row)) continue;
      rows++;
      renders += parser.lines(row);
    }
    return new Extent(rows, renders);
  }

  /** The input's own columns in order; columns of ours in a results file are left out. */
  public List<String> header() {
    return parser.header().names();
  }

  /** SHA-256 of the file's bytes in hexadecimal. */
  public String digest() {
    return digest;
  }

  /** Rows with data, valid or not, without the header. */
  public long rows() {
    return rows;
  }

  /** The number of renders that these rows ask for; an invalid row counts as if it were valid. */
  public long renders() {
    return renders;
  }

  /** The delimiter of its cells. */
  public char delimiter() {
    return file.delimiter();
  }

  /** Whether it begins with a byte order mark. */
  public boolean bom() {
    return file.encoding().mark() > 0;
  }

  /** The charset it was decoded with. */
  public Charset charset() {
    return file.encoding().charset();
  }

  /** Starts reading row by row; any number of times. */
  public RowReader open() {
    return open(new BitSet());
  }

  /**
   * Starts reading row by row, and skips rows that are done without checking them.
   *
   * @param done lines of results; of a row with several it must hold all
   */
  public RowReader open(BitSet done) {
    return new RowReader(file, parser, digest, done);
  }
}
