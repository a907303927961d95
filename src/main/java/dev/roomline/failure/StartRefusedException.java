package dev.roomline.failure;

/** A run that could not start for a reason outside sheet and files; nothing was bought. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ExitCode exit;

  public StartRefusedException(ExitCode exit, String message) {
    super(message);
    this.exit = exit;
  }

  public ExitCode exit() {
    return exit;
  }
}
