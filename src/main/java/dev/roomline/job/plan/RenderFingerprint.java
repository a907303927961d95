package dev.roomline.job.plan;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.Sha256;
import dev.roomline.rooms.RoomIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a render, in little memory, to find it again in the results of another day.
 *
 * @param key its key in the ledger
 * @param photo of its photo's name
 * @param shot the same in its style and variant
 * @param rest of what the file says of the room, in its style and variant; 0 if it says nothing
 * @param prompt of its prompt
 * @param bytes SHA-256 of its photo, where that is known
 */
record RenderFingerprint(
    long key,
    long photo,
    long shot,
    long rest,
    long prompt,
    @Nullable String bytes) {
  private static final String OF_BYTES = "sha256:";

  static RenderFingerprint of(
      RoomIdentity traits,
      List<String> cells,
      ResultPosition position,
      RenderKey key,
      String prompt,
      @Nullable String bytes) {
    var which = "\n" + position.variant() + "\n" + position.style();
    var photo = traits.photo(cells);
    var rest = traits.rest(cells);
    return new RenderFingerprint(
        mark(key),
        mark(photo),
        mark(photo + which),
        rest.isEmpty() ? 0 : mark(rest + which),
        mark(prompt),
        bytes);
  }

  /** The photo's bytes, if its identity tells them. */
  static @Nullable String bytes(String identity) {
    return identity.startsWith(OF_BYTES) ? identity.substring(OF_BYTES.length()) : null;
  }

  /** Half a key is enough to tell a file's renders apart. */
  static long mark(RenderKey key) {
    return Long.parseUnsignedLong(key.value(), 0, 16, 16);
  }

  /** What tells this render from the one that it was before. */
  PurchaseReason differenceTo(RenderFingerprint other) {
    if (shot != other.shot) return PurchaseReason.PHOTO;
    if (prompt != other.prompt) return PurchaseReason.PROMPT;
    var otherBytes = bytes != null && other.bytes != null && !bytes.equals(other.bytes);
    return otherBytes ? PurchaseReason.PHOTO : PurchaseReason.SETTINGS;
  }

  private static long mark(String text) {
    return mark(new RenderKey(Sha256.of(text)));
  }
}
