package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is known of purchases, wherever they were made; a {@link Ledger} makes them at one endpoint. */
public final class Purchases {
  private static final String FIND = """
      select * from render_ledger where render_key = ? and edition >= ?
      order by edition desc, attempt desc fetch first 1 rows only
      """;
  private static final String CLOSE_OPEN_CLAIMS = """
      update render_ledger set state = 'UNSURE', settled_at = ?,
        reason = 'the run stopped dead after sending this request; no answer was recorded'
      where state = 'SENDING'
      """;

  private final JdbcClient jdbc;
  private final GroupCommit group;
  private final DecisionLog decisions;
  private final Clock clock;

  public Purchases(DataSource database, PlatformTransactionManager transactions, Clock clock) {
    this(JdbcClient.create(database), new GroupCommit(transactions), clock);
  }

  Purchases(JdbcClient jdbc, GroupCommit group, Clock clock) {
    this.jdbc = jdbc;
    this.group = group;
    this.decisions = new DecisionLog(jdbc, group);
    this.clock = clock;
  }

  /** The newest that is known of a render, in this edition or a later one. */
  public Optional<LedgerEntry> find(RenderKey key, int sinceEdition) {
    return jdbc.sql(FIND)
        .params(key.value(), sinceEdition)
        .query(LedgerSql::read)
        .optional();
  }

  /** Turns the claims that a dead run left open into unsure ones; hold the state's lock. */
  public int closeOpenClaims() {
    var now = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return group.write(() -> jdbc.sql(CLOSE_OPEN_CLAIMS).param(now).update());
  }

  /** What people decided. */
  public DecisionLog decisions() {
    return decisions;
  }
}
