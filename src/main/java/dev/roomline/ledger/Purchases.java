package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Purchases at all endpoints; a {@link Ledger} makes new ones at one endpoint. */
public final class Purchases {
  private static final String FIND = """
      select * from render_ledger where render_key = ? and edition >= ?
      order by edition desc, attempt desc fetch first 1 rows only
      """;
  private static final String MARK_OPEN_CLAIMS_UNSURE = """
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

  /** The newest purchase of a render, in this edition or a later one. */
  public Optional<LedgerEntry> find(RenderKey key, int sinceEdition) {
    return jdbc.sql(FIND)
        .params(key.value(), sinceEdition)
        .query(LedgerSql::read)
        .optional();
  }

  /** Marks claims unsure that a dead run left open; the caller must hold the state's lock. */
  public int markOpenClaimsUnsure() {
    var now = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return group.write(() -> jdbc.sql(MARK_OPEN_CLAIMS_UNSURE).param(now).update());
  }

  /** The decisions of people. */
  public DecisionLog decisions() {
    return decisions;
  }
}
