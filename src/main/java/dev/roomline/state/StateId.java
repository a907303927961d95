package dev.roomline.state;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The name of a state, which stays the same wherever it is copied or moved to. */
final class StateId {
  private static final String FIND = "select id from state_identity";
  private static final String GIVE =
      "insert into state_identity (line, id, made_at) values (1, ?, current_timestamp)";

  private StateId() {}

  /** Reads the id; a state without one is given one. */
  static String of(DataSource dataSource) {
    var jdbc = JdbcClient.create(dataSource);
    return jdbc.sql(FIND).query(String.class).optional().orElseGet(() -> give(jdbc));
  }

  private static String give(JdbcClient jdbc) {
    try {
      jdbc.sql(GIVE).param(UUID.randomUUID().toString()).update();
    } catch (DuplicateKeyException e) {
      // Another process was faster; its id counts.
    }
    return jdbc.sql(FIND).query(String.class).single();
  }
}
