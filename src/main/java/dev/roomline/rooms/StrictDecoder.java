package dev.roomline.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text and never replaces a bad byte. Unlike {@link java.io.InputStreamReader} it returns every
 * character before the first bad byte, so that the line of the error is known.
 */
final class StrictDecoder extends Reader {
  private static final int SIZE = 1 << 16;

  private final InputStream bytes;
  private final CharsetDecoder decoder;
  private final ByteBuffer raw = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer text = CharBuffer.allocate(SIZE).flip();
  private boolean atEnd;
  private boolean flushed;
  private @Nullable CoderResult fault;

  StrictDecoder(InputStream bytes, Encoding encoding) throws IOException {
    this.bytes = bytes;
    this.decoder = encoding
        .charset()
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    bytes.skipNBytes(encoding.mark());
  }

  /** Throws {@link CharacterCodingException} where the text ends and bad bytes begin. */
  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    while (!text.hasRemaining()) {
      if (fault != null) fault.throwException();
      if (flushed) return -1;
      decode();
    }
    var count = Math.min(length, text.remaining());
    text.get(buffer, from, count);
    return count;
  }

  private void decode() throws IOException {
    if (!atEnd) refill();
    text.clear();
    var result = decoder.decode(raw, text, atEnd);
    if (result.isError()) fault = result;
    else if (atEnd && result.isUnderflow()) flushed = decoder.flush(text).isUnderflow();
    text.flip();
  }

  private void refill() throws IOException {
    raw.compact();
    var count = bytes.read(raw.array(), raw.position(), raw.remaining());
    if (count < 0) atEnd = true;
    else raw.position(raw.position() + count);
    raw.flip();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
