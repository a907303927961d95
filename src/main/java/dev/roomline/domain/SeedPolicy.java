package dev.roomline.domain;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Which seed each render asks for. Seeds are unsigned 32 bit at the provider. */
public sealed interface SeedPolicy {

  /** The seed to ask for; empty leaves it to the provider, who tells it afterwards. */
  OptionalLong of(Photo photo, String style, int variant);

  /** Whether renders ask for one at all. */
  default boolean asked() {
    return !(this instanceof Random);
  }

  /** Another seed for a render that came to nothing: each attempt its own, whenever it is sent. */
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

  /** Each render's own, the same whenever and in whichever order it is asked for. */
  record PerRow() implements SeedPolicy {
    @Override
    public OptionalLong of(Photo photo, String style, int variant) {
      var render = photo.identity() + '\0' + style + '\0' + variant;
      return OptionalLong.of(unsigned(render));
    }
  }

  /** The same for every row; further variants count on from it, or all would be one picture. */
  record Fixed(long first) implements SeedPolicy {
    private static final long MOST = 0xFFFF_FFFFL;

    @Override
    public OptionalLong of(Photo photo, String style, int variant) {
      return OptionalLong.of(first + variant - 1 & MOST);
    }
  }
}
