package dev.roomline.images;

import dev.roomline.domain.Picture;

/** The result of one try to store a picture. */
public sealed interface StoreResult {

  /** It is there, whole and durable. */
  record Stored(Picture picture) implements StoreResult {}

  /** There is nothing at this address: not yet, or not any more. */
  record Absent(String reason) implements StoreResult {}

  /** Something is there, but no whole picture. */
  record Broken(String reason) implements StoreResult {}

  /** The network or the server failed; a later try may succeed. */
  record Failed(String reason) implements StoreResult {}

  /** It will not be fetched from there; the reason ends in the remedy. */
  record Refused(String reason) implements StoreResult {}
}
