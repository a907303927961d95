package dev.roomline.domain;

/**
 * Someone has to change a sheet, a file or a command before anything can run. The message names the
 * file, the line, the field and the remedy; nothing was bought.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }
}
