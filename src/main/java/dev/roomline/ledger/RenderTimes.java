package dev.roomline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long an endpoint's last renders took, as the books have it. */
public final class RenderTimes {
  /** How many renders are learnt from. */
  public static final int REMEMBERED = 50;

  /** What the provider's own sample took: expected where no render is known. */
  public static final Duration UNKNOWN = Duration.ofSeconds(9);

  private static final String RENDERED = """
      select claimed_at, settled_at from render_ledger
      where state = 'RENDERED' and endpoint = ?
      order by settled_at desc fetch first %d rows only
      """.formatted(REMEMBERED);

  private final JdbcClient jdbc;
  private final String endpoint;

  public RenderTimes(DataSource dataSource, String endpoint) {
    this.jdbc = JdbcClient.create(dataSource);
    this.endpoint = endpoint;
  }

  /**
   * The times from sending to delivery, oldest first.
   *
   * @param most what took longer was collected by a later run, and says nothing of the endpoint
   */
  public List<Duration> renders(Duration most) {
    var times = new ArrayList<>(
        jdbc.sql(RENDERED).param(endpoint).query(RenderTimes::time).list());
    times.removeIf(time -> time.compareTo(most) > 0);
    Collections.reverse(times);
    return times;
  }

  /** How long the next render is expected to take: as nine out of ten of these did. */
  public static Duration expected(Collection<Duration> took) {
    if (took.isEmpty()) return UNKNOWN;
    return took.stream().sorted().skip((took.size() - 1) * 9L / 10).findFirst().orElse(UNKNOWN);
  }

  private static Duration time(ResultSet line, int number) throws SQLException {
    return Duration.between(
        line.getTimestamp("claimed_at").toInstant(),
        line.getTimestamp("settled_at").toInstant());
  }
}
