package dev.roomline.endpoint;

import java.io.IOException;
import java.io.Reader;

/**
 * Shortens each string of a JSON text to {@value #MOST} characters and an ellipsis, because a parser
 * holds a string as a whole. An escape counts as one character and is not cut. A byte order mark is
 * dropped.
 */
final class ShortStringReader extends Reader {
  private static final int MOST = 16_384;
  private static final char ELLIPSIS = '…';
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int DROPPED = -1;
  private static final int AFTER_BACKSLASH = -1;
  private static final int HEX_DIGITS = 4;

  private final Reader in;
  private boolean inString;
  private boolean cutting;
  private int length;
  private int escape; // AFTER_BACKSLASH, or the hex digits that are still to come

  ShortStringReader(Reader in) {
    this.in = in;
  }

  /** Whether a string that was read is only the beginning of what was sent. */
  static boolean isShortened(String text) {
    return text.length() > MOST && text.charAt(text.length() - 1) == ELLIPSIS;
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    var kept = offset;
    do {
      var count = in.read(to, offset, length);
      if (count <= 0) return count;
      for (var i = offset; i < offset + count; i++) {
        var passed = pass(to[i]);
        if (passed != DROPPED) to[kept++] = (char) passed;
      }
    } while (kept == offset);
    return kept - offset;
  }

  private int pass(char next) {
    if (!inString) {
      if (next == BYTE_ORDER_MARK) return DROPPED;
      inString = next == '"';
      length = 0;
    } else if (escape != 0) {
      escape = escape > 0 ? escape - 1 : next == 'u' ? HEX_DIGITS : 0;
    } else if (next == '"') {
      inString = false;
      cutting = false;
    } else {
      if (next == '\\') escape = AFTER_BACKSLASH;
      if (cutting || ++length <= MOST || Character.isLowSurrogate(next)) {
        return cutting ? DROPPED : next;
      }
      cutting = true;
      return ELLIPSIS;
    }
    return cutting ? DROPPED : next;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
