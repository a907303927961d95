package dev.roomline.failure;

/** A run that could not start for a reason outside sheet and files; nothing was bought. */
public final class NotStarted extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Exit exit;

  public NotStarted(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  public Exit exit() {
    return exit;
  }
}
