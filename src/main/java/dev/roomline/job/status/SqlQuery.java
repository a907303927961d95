package dev.roomline.job.status;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.job.session.StateAccess;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

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
    if (!state.hasBooks()) {
      throw new InvalidInputException(
          "no results in " + state.path() + " yet: run a job, or name its --state");
    }
    try (var lock = StateAccess.acquire(state, Duration.ZERO, line -> {});
        var database = lock.open(1);
        var connection = database.readOnly();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql);
        var csv = new CSVPrinter(
            out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      csv.printHeaders(rows);
      csv.printRecords(rows);
    } catch (SQLException e) {
      throw new InvalidInputException("query: " + e.getMessage());
    }
  }
}
