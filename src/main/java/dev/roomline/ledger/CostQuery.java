package dev.roomline.ledger;

import dev.roomline.domain.Money;
import dev.roomline.ledger.RunCosts.Sum;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums up the purchases in the ledger; no sum is stored. */
public final class CostQuery {
  private static final String KIND = "case when " + LedgerConditions.NOT_PAID
      + " then 'refused' when " + LedgerConditions.PAID
      + " then 'bought' when state = 'SPOILED' then 'failed' else 'unsure' end as kind, ";
  private static final String SUMS =
      "count(*) as renders, count(price) as priced, coalesce(sum(price), 0) as money"
          + " from render_ledger where ";
  private static final String OF_RUN = "select " + KIND + SUMS + "run = ? group by kind";

  /** Uses the index by time. It starts two days early, as the clock may have been set back. */
  private static final String COLLECTED = "select 'collected' as kind, " + SUMS + """
      settled_run = ? and run <> ? and state = 'RENDERED' and settled_at >=
        (select started_at - interval '2' day from render_run where run = ?)
      """;

  private static final String BETWEEN = "select " + KIND + SUMS
      + "endpoint like ? and claimed_at > ? and claimed_at <= ? group by kind";

  private final JdbcClient jdbc;

  public CostQuery(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The costs of a run so far. */
  public RunCosts of(long run) {
    return costs(LedgerSql.Line.of(OF_RUN, run), LedgerSql.Line.of(COLLECTED, run, run, run));
  }

  /** The costs at an account, of all API families, after one moment and until another. */
  RunCosts between(String account, Instant after, Instant until) {
    return costs(
        LedgerSql.Line.of(BETWEEN, account + " %", Timestamp.from(after), Timestamp.from(until)));
  }

  private RunCosts costs(LedgerSql.Line... queries) {
    var sums = new HashMap<String, Sum>();
    for (var query : List.of(queries)) {
      jdbc.sql(query.sql()).params(query.values()).query((RowCallbackHandler) line -> {
        var renders = line.getLong("renders");
        var money = Money.of(line.getBigDecimal("money"));
        sums.put(line.getString("kind"), new Sum(renders, money, renders - line.getLong("priced")));
      });
    }
    return new RunCosts(
        sums.getOrDefault("bought", Sum.NOTHING),
        sums.getOrDefault("collected", Sum.NOTHING),
        sums.getOrDefault("refused", Sum.NOTHING),
        sums.getOrDefault("failed", Sum.NOTHING),
        sums.getOrDefault("unsure", Sum.NOTHING));
  }
}
