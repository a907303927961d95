package dev.roomline.images;

import dev.roomline.domain.Picture;

/** The result of one try to store a picture. */
public sealed interface StoreResult {

  /** It is stored, whole and durable. */
  record Stored(Picture picture) implements StoreResult {}

  /** There is nothing at this address: not yet, or no longer. */
  record Absent(String reason) implements StoreResult {}

  /** The address delivers something, but no whole picture. */
  record Broken(String reason) implements StoreResult {}

  /** The network or the server failed; a later try may succeed. */
  record Failed(String reason) implements StoreResult {}

  /** It is not downloaded from there; the reason ends in the remedy. */
  record Refused(String reason) implements StoreResult {}
}
