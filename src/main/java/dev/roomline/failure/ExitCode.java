package dev.roomline.failure;

/** The exit codes of the process. Scripts rely on the numbers. The first that applies wins. */
public enum ExitCode {
  INTERNAL(1),
  USAGE(2),
  HELD(6),
  STORAGE(11),
  ACCOUNT(7),
  ENDPOINT(5),
  INTERRUPTED(130),
  TERMINATED(143),
  UNDECIDED(4),
  BUDGET(8),
  WINDOW(10),
  TROUBLE(3),
  DONE(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the shell gets. */
  public int code() {
    return code;
  }
}
