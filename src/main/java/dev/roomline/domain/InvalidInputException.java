package dev.roomline.domain;

/* * A person has to change a job file, another file or a command before anything can run. The message
 * names the file, the line, the field and the remedy; nothing was paid.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }
}
