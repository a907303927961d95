package dev.roomline.job.status;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.job.session.StateSession;
import dev.roomline.state.SelectAsCsv;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** The verb {@code query}: SQL over the tables, read-only, as CSV. */
public final class SqlQuery {
  private final StateFolder state;

  public SqlQuery(StateFolder state) {
    this.state = state;
  }

  /**
   * Prints what the statement selects, its header first.
   *
   * @throws InvalidInputException if there are no books here or the statement is not one that reads
   */
  public void print(String sql, Appendable out) throws InterruptedException, IOException {
    if (!state.hasDatabase()) {
      throw new InvalidInputException(
          "no results in " + state.path() + " yet: run a job, or name its --state");
    }
    try (var session = StateSession.open(state, Duration.ZERO, Clock.systemUTC())) {
      new SelectAsCsv(session.database(), sql).print(out);
    }
  }
}
