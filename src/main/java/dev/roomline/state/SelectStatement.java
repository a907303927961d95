package dev.roomline.state;

import dev.roomline.domain.InvalidInputException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** One SQL statement that only reads, as H2's own parser sees it. */
final class SelectStatement {
  private static final Pattern LAST_SEMICOLONS = Pattern.compile("(\\s*;)+\\s*$");
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");
  private static final Pattern LOCKS = Pattern.compile("\\bFOR (UPDATE|SHARE)\\b");

  private SelectStatement() {}

  /**
   * A person's statement, without the semicolon that may end it.
   *
   * @throws InvalidInputException if it is more than one statement, or does not only read
   * @throws SQLException if it is no statement at all
   */
  static String check(String text, Connection connection) throws SQLException {
    var sql = LAST_SEMICOLONS.matcher(text).replaceFirst("");
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    var parsed = session.prepare(sql); // it refuses what follows the first statement
    if (!parsed.isQuery() || !parsed.isReadOnly() || locks(parsed.getPlanSQL(0))) {
      throw new InvalidInputException("query: this statement does more than read; use one select");
    }
    return sql;
  }

  private static boolean locks(String plan) {
    return LOCKS.matcher(QUOTED.matcher(plan).replaceAll("''")).find();
  }
}
