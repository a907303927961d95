package dev.roomline.domain;

import java.nio.file.Path;

/**
 * This machine could not read or write here, and the job has to stop: a full or read-only disk, a
 * limit of the system, a file in the way. It names the place, as the system's own words may not.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Path place;

  /**
   * @param place the file or folder that has to be seen to
   */
  public StorageException(Path place, Throwable cause) {
    super("cannot use " + place, cause);
    this.place = place;
  }

  public Path place() {
    return place;
  }
}
