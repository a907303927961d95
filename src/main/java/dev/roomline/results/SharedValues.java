package dev.roomline.results;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.Sha256;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds values that several renders have. It keeps 8 bytes of each: 40 bits of the value and 24 of
 * the render. So now and then it suspects a value that only one render has; the caller compares.
 */
final class SharedValues {
  private static final int RENDER_BITS = 24;
  private static final int VALUE_DIGITS = 10;

  private long[] seen = new long[1_024];
  private int size;

  void add(String value, RenderKey render) {
    if (size == seen.length) seen = Arrays.copyOf(seen, 2 * size);
    var ofRender = render.value().hashCode() & ((1L << RENDER_BITS) - 1);
    seen[size++] = (bits(value) << RENDER_BITS) | ofRender;
  }

  /** The {@link #bits} of each value that was added for more than one render. */
  Set<Long> shared() {
    Arrays.sort(seen, 0, size);
    var shared = new HashSet<Long>();
    for (var n = 1; n < size; n++) {
      var value = seen[n] >>> RENDER_BITS;
      if (seen[n] != seen[n - 1] && value == seen[n - 1] >>> RENDER_BITS) shared.add(value);
    }
    return shared;
  }

  static long bits(String value) {
    return Long.parseLong(Sha256.of(value).substring(0, VALUE_DIGITS), 16);
  }
}
