package dev.roomline.job.status;

import dev.roomline.domain.BadInput;
import dev.roomline.job.session.Holding;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The verb {@code query}: SQL over the tables, read-only, as CSV. */
public final class QueryJob {
  private final StateFolder state;

  public QueryJob(StateFolder state) {
    this.state = state;
  }

  /**
   * Prints what the statement selects, its header first.
   *
   * @throws BadInput if there are no books here or the statement is not one that reads
   */
  public void print(String sql, Appendable out) throws InterruptedException, IOException {
    if (!state.hasBooks()) {
      throw new BadInput("no results in " + state.path() + " yet: run a job, or name its --state");
    }
    try (var lock = Holding.take(state, Duration.ZERO, line -> {});
        var books = lock.open(1);
        var connection = books.readOnly();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql);
        var csv = new CSVPrinter(
            out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      csv.printHeaders(rows);
      csv.printRecords(rows);
    } catch (SQLException e) {
      throw new BadInput("query: " + e.getMessage());
    }
  }
}
