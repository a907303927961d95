package dev.roomline.domain;

import java.nio.file.Path;

/**
 * A file or folder could not be read or written, and the job has to stop: a full or read-only disk, a
 * limit of the system, a file in the way. It names the path, as the system's message may not.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Path place;

  /**
   * @param place the file or folder that a person has to repair
   */
  public StorageException(Path place, Throwable cause) {
    super("cannot use " + place, cause);
    this.place = place;
  }

  /** The file or folder that a person has to repair. */
  public Path place() {
    return place;
  }
}
