package dev.roomline.state;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Runs a person's own query with a database user that can only select. */
public record SelectAsCsv(Database database, String sql) {

  /**
   * Prints what it selects as CSV, its header first.
   *
   * @throws InvalidInputException if the statement is not a query
   */
  public void print(Appendable out) throws IOException {
    try (var connection = database.readOnly();
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
