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

/** How long an endpoint's last renders took, by the ledger. */
public final class RenderTimes {
  /** How many of the last renders count. */
  public static final int REMEMBERED = 50;

  /** Expected if no render is known: the time that the provider's own sample took. */
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
   * @param most longer times are left out: a later run collected those renders
   */
  public List<Duration> renders(Duration most) {
    var times = new ArrayList<>(
        jdbc.sql(RENDERED).param(endpoint).query(RenderTimes::time).list());
    times.removeIf(time -> time.compareTo(most) > 0);
    Collections.reverse(times);
    return times;
  }

  /** How long the next render is expected to take: the 90th percentile of these times. */
  public static Duration expected(Collection<Duration> durations) {
    if (durations.isEmpty()) return UNKNOWN;
    return durations.stream()
        .sorted()
        .skip((durations.size() - 1) * 9L / 10)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static Duration time(ResultSet line, int number) throws SQLException {
    return Duration.between(
        line.getTimestamp("claimed_at").toInstant(),
        line.getTimestamp("settled_at").toInstant());
  }
}
