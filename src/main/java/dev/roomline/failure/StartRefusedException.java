package dev.roomline.failure;

/** A run could not start for a reason outside the job file and the room list. Nothing was paid. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ExitCode exit;

  public StartRefusedException(ExitCode exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** The exit code of the process. */
  public ExitCode exit() {
    return exit;
  }
}
