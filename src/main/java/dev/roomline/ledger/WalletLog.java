package dev.roomline.ledger;

import dev.roomline.domain.Money;
import dev.roomline.ledger.WalletReading.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records an account's wallet readings, and compares them with the purchases in between. */
public final class WalletLog {
  private static final String LAST =
      "select * from wallet_reading where account = ? order by number desc fetch first 1 rows only";
  private static final String OF_RUN = "select * from wallet_reading where run = ? order by number";
  private static final String ADD = """
      insert into wallet_reading (run, account, read_at, balance, currency,
        since, gone, known, perhaps, unexplained)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final CostQuery costQuery;

  public WalletLog(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.costQuery = new CostQuery(dataSource);
  }

  /**
   * Records a reading.
   *
   * @param account an endpoint without its family
   * @param compared whether it is compared with the reading before
   */
  public WalletReading add(long run, String account, WalletReading read, boolean compared) {
    var before = jdbc.sql(LAST).param(account).query(WalletLog::read).optional();
    var change = before
        .filter(it -> compared && it.currency().equals(read.currency()))
        .map(it -> change(account, it, read))
        .orElse(null);
    var line = LedgerSql.Line.of(
        ADD,
        run,
        account,
        Timestamp.from(read.at()),
        read.balance().amount(),
        read.currency(),
        change == null ? null : Timestamp.from(change.since()),
        change == null ? null : change.gone().amount(),
        change == null ? null : change.known().amount(),
        change == null ? null : change.perhaps().amount(),
        change == null || change.unexplained() == null
            ? null
            : change.unexplained().amount());
    jdbc.sql(line.sql()).params(line.values()).update();
    return new WalletReading(read.at(), read.balance(), read.currency(), change);
  }

  /** The readings of a run, oldest first. */
  public List<WalletReading> of(long run) {
    return jdbc.sql(OF_RUN).param(run).query(WalletLog::read).list();
  }

  private Change change(String account, WalletReading before, WalletReading now) {
    var costs = costQuery.between(account, before.at(), now.at());
    var gone = before.balance().minus(now.balance());
    var known = costs.bought().money();
    var perhaps = costs.perhaps().money();
    var all = costs.bought().plus(costs.perhaps());
    return new Change(before.at(), gone, known, perhaps, unexplained(gone, known, perhaps, all));
  }

  /** Differences of less than half a render's price are the provider's rounding. */
  private static @Nullable Money unexplained(
      Money gone, Money known, Money perhaps, RunCosts.Sum all) {
    if (all.unpriced() > 0) return null;
    var most = known.plus(perhaps);
    var beyond = gone.compareTo(known) < 0
        ? gone.minus(known)
        : gone.compareTo(most) > 0 ? gone.minus(most) : Money.NONE;
    var rounding = all.renders() == 0 ? 0 : all.money().micros() / all.renders() / 2;
    return beyond.isNone() || Math.abs(beyond.micros()) < rounding ? null : beyond;
  }

  private static WalletReading read(ResultSet line, int number) throws SQLException {
    var since = line.getTimestamp("since");
    return new WalletReading(
        line.getTimestamp("read_at").toInstant(),
        Money.of(line.getBigDecimal("balance")),
        line.getString("currency"),
        since == null ? null : change(since.toInstant(), line));
  }

  private static Change change(Instant since, ResultSet line) throws SQLException {
    var unexplained = line.getBigDecimal("unexplained");
    return new Change(
        since,
        Money.of(line.getBigDecimal("gone")),
        Money.of(line.getBigDecimal("known")),
        Money.of(line.getBigDecimal("perhaps")),
        unexplained == null ? null : Money.of(unexplained));
  }
}
