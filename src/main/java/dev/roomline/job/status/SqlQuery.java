package dev.roomline.job.status;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.job.session.StateSession;
import dev.roomline.state.SelectAsCsv;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.time.Clock;

/** The command {@code query}: runs read-only SQL and prints the result as CSV. */
public final class SqlQuery {
  private final StateFolder state;

  public SqlQuery(StateFolder state) {
    this.state = state;
  }

  /**
   * Prints what the statement selects, with a header.
   *
   * @throws InvalidInputException if there is no database here, or the statement does not only read
   */
  public void print(String sql, Appendable out) throws InterruptedException, IOException {
    if (!state.hasDatabase()) {
      throw new InvalidInputException("no results in " + state.path()
          + " yet: run a job first, or name its state folder with --state");
    }
    try (var session = StateSession.open(state, Clock.systemUTC())) {
      new SelectAsCsv(session.database(), sql).print(out);
    }
  }
}
