package dev.roomline.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The name of an endpoint in the ledger, where earlier releases gave it several. */
public final class EndpointNames {
  private static final String KNOWN =
      "select count(*) from (select 1 from render_ledger where endpoint = ? fetch first 1 rows only) one";

  private EndpointNames() {}

  /**
   * The first of the names that the ledger knows, so that what was paid for under it is found; the
   * first of all if it knows none.
   */
  public static String known(DataSource dataSource, List<String> names) {
    var today = names.get(0);
    if (names.size() == 1) return today;
    var jdbc = JdbcClient.create(dataSource);
    return names.stream()
        .filter(name -> jdbc.sql(KNOWN).param(name).query(Integer.class).single() > 0)
        .findFirst()
        .orElse(today);
  }
}
