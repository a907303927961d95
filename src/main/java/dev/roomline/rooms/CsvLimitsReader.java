package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/**
 * Checks text before the CSV parser: quotes must be well-formed and cells limited. The parser
 * would keep a record of any length in memory, and accept quotes that shift a column.
 */
final class CsvLimitsReader extends Reader {
  private static final int LONGEST_FIELD = 1 << 16;
  private static final int LONGEST_RECORD = 1 << 20;

  private static final int MOST_COLUMNS = 10_000;

  private enum Place {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    AFTER_FIELD
  }

  private final Reader text;
  private final char delimiter;
  private final String file;
  private Place place = Place.FIELD_START;
  private long line = 1;
  private long quoteLine;
  private int column = 1;
  private int field;
  private int record;
  private char previous;

  CsvLimitsReader(Reader text, char delimiter, String file) {
    this.text = text;
    this.delimiter = delimiter;
    this.file = file;
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    var count = readText(buffer, from, length);
    for (var i = from; i < from + count; i++) pass(buffer[i]);
    if (count < 0 && place == Place.QUOTED) throw unclosed();
    return count;
  }

  private int readText(char[] buffer, int from, int length) throws IOException {
    try {
      return text.read(buffer, from, length);
    } catch (CharacterCodingException e) {
      throw bad("bytes that are not text in this encoding; save the file as UTF-8, or set the "
          + "encoding in the job file, such as charset: windows-1252");
    }
  }

  private void pass(char c) {
    if (c == 0) throw bad("a NUL character; save the file as UTF-8 text");
    if (++field > LONGEST_FIELD || ++record > LONGEST_RECORD) throw tooLong();
    place = switch (place) {
      case FIELD_START -> c == '"' ? openQuote() : outside(c);
      case PLAIN -> outside(c);
      case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
      case AFTER_QUOTE -> c == '"' ? Place.QUOTED : afterField(c);
      case AFTER_FIELD -> afterField(c);
    };
    if (c == '\r' || (c == '\n' && previous != '\r')) line++;
    previous = c;
  }

  private Place openQuote() {
    quoteLine = line;
    return Place.QUOTED;
  }

  private Place outside(char c) {
    if (c == delimiter) {
      field = 0;
      if (++column > MOST_COLUMNS) throw bad("more than 10,000 columns; is this a CSV?");
      return Place.FIELD_START;
    }
    if (c != '\n' && c != '\r') return Place.PLAIN;
    field = 0;
    record = 0;
    column = 1;
    return Place.FIELD_START;
  }

  private Place afterField(char c) {
    if (c == delimiter || c == '\n' || c == '\r') return outside(c);
    if (Character.isWhitespace(c)) return Place.AFTER_FIELD;
    throw bad("text after the closing quote of column " + column
        + "; write a quote inside a cell twice (\"\")");
  }

  private InvalidInputException unclosed() {
    return new InvalidInputException(file + ", line " + quoteLine + ": the quote that opens column "
        + column + " is never closed; close it, or write a quote inside a cell twice (\"\")");
  }

  private InvalidInputException tooLong() {
    if (place == Place.QUOTED) {
      return new InvalidInputException(
          file + ", line " + quoteLine + ": the quoted cell in column " + column
              + " is longer than 64 KB or makes its row longer than 1 MB; close the quote or shorten it");
    }
    return bad("a cell longer than 64 KB or a row longer than 1 MB; is this a CSV? shorten it");
  }

  private InvalidInputException bad(String problem) {
    return new InvalidInputException(file + ", line " + line + ": " + problem);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
