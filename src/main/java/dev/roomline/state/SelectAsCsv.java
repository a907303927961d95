package dev.roomline.state;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.h2.jdbc.JdbcException;
import org.h2.message.DbException;

/** Runs a person's own query with a database user that can only select. */
public record SelectAsCsv(Database database, String sql) {

  /**
   * Prints what it selects as CSV, its header first.
   *
   * @throws InvalidInputException if it is no statement, or more than one that only reads
   */
  public void print(Appendable out) throws IOException {
    try (var connection = database.readOnly();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(SelectStatement.check(sql, connection));
        var csv = new CSVPrinter(
            out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      csv.printHeaders(rows);
      csv.printRecords(rows);
    } catch (SQLException e) {
      throw new InvalidInputException("query: " + message(e));
    } catch (DbException e) {
      throw new InvalidInputException("query: " + message(e.getSQLException()));
    }
  }

  /** What H2 says, without its error code and its copy of the statement. */
  private static String message(SQLException e) {
    return String.valueOf(
        e instanceof JdbcException said ? said.getOriginalMessage() : e.getMessage());
  }
}
