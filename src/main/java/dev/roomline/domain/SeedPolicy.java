package dev.roomline.domain;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Which seed each render asks for. Seeds are unsigned 32 bit at the provider. */
public sealed interface SeedPolicy {

  /** The seed to send; if empty the provider picks one and returns it. */
  OptionalLong of(Photo photo, String style, int variant);

  /** Whether a seed is sent at all. */
  default boolean asked() {
    return !(this instanceof Random);
  }

  /** Another seed for a render that brought no picture: each attempt has its own, always the same. */
  static long other(RenderKey key, int attempt) {
    return unsigned(key.value() + '\0' + attempt);
  }

  private static long unsigned(String text) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(Sha256.digest(text)).getInt());
  }

  /** The provider picks one. */
  record Random() implements SeedPolicy {
    @Override
    public OptionalLong of(Photo photo, String style, int variant) {
      return OptionalLong.empty();
    }
  }

  /** Each render has its own seed, which does not depend on time or order. */
  record PerRow() implements SeedPolicy {
    @Override
    public OptionalLong of(Photo photo, String style, int variant) {
      var render = photo.identity() + '\0' + style + '\0' + variant;
      return OptionalLong.of(unsigned(render));
    }
  }

  /** The same for every row; variant n adds n - 1, or all variants would be one picture. */
  record Fixed(long first) implements SeedPolicy {
    private static final long MOST = 0xFFFF_FFFFL;

    @Override
    public OptionalLong of(Photo photo, String style, int variant) {
      return OptionalLong.of(first + variant - 1 & MOST);
    }
  }
}
