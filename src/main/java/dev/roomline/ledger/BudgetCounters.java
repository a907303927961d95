package dev.roomline.ledger;

import dev.roomline.domain.Money;
import dev.roomline.ledger.BudgetPeriod.Window;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the cost of a claim from every budget that covers it, and puts it back. Call each method in
 * the transaction that writes the claim.
 */
final class BudgetCounters {
  private static final String TAKE_FROM_RUN = """
      update render_run set spent = spent + 1, spent_money = spent_money + ?
      where run = ? and spent < ? and spent_money + ? <= ?
      """;
  private static final String TAKE_FROM_WINDOW = """
      update budget_window set renders = renders + 1, money = money + ?
      where endpoint = ? and ends = ? and starts = ? and renders < ? and money + ? <= ?
      """;
  private static final String OPEN_WINDOW = """
      insert into budget_window (endpoint, ends, starts, renders, money)
      select ?, ?, ?, count(*), coalesce(sum(price), 0) from render_ledger
      where endpoint = ? and claimed_at < ? and claimed_at >= ? and
      """ + LedgerConditions.BUDGETED;

  /** Budgets of other time zones and lengths count the purchase too. */
  private static final String TAKE_FROM_OTHER_WINDOWS = """
      update budget_window set renders = renders + 1, money = money + ?
      where endpoint = ? and ends > ? and starts <= ? and not (ends = ? and starts = ?)
      """;

  private static final String CLAIMED = """
      select run, endpoint, claimed_at, coalesce(price, 0) as price from render_ledger
      where render_key = ? and edition = ? and attempt = ? and state = 'SENDING'
      """;
  private static final String RETURN_TO_RUN =
      "update render_run set spent = spent - 1, spent_money = spent_money - ? where run = ?";
  private static final String RETURN_TO_WINDOWS = """
      update budget_window set renders = renders - 1, money = money - ?
      where endpoint = ? and ends > ? and starts <= ?
      """;
  private static final String OF_RUN =
      "select spent as renders, spent_money as money from render_run where run = ?";
  private static final String OF_WINDOW =
      "select renders, money from budget_window where endpoint = ? and ends = ? and starts = ?";
  private static final String OF_UNOPENED_WINDOW = """
      select count(*) as renders, coalesce(sum(price), 0) as money from render_ledger
      where endpoint = ? and claimed_at < ? and claimed_at >= ? and
      """ + LedgerConditions.BUDGETED;
  private static final Window NO_WINDOW = new Window(Instant.EPOCH, Instant.EPOCH);

  private final JdbcClient jdbc;
  private final String endpoint;

  BudgetCounters(JdbcClient jdbc, String endpoint) {
    this.jdbc = jdbc;
    this.endpoint = endpoint;
  }

  /** Takes one render at its price; false if a limit forbids it, and then nothing may be committed. */
  boolean reserve(long run, BudgetLimits limits, Instant at) {
    var price = Objects.requireNonNullElse(limits.price(), Money.NONE).amount();
    var limit = limits.ofRun();
    var taken = jdbc.sql(TAKE_FROM_RUN)
        .params(price, run, limit.renders(), price, limit.money().amount())
        .update();
    if (taken == 0) return false;
    var period = limits.period();
    var window = period == null ? NO_WINDOW : period.at(at);
    if (period != null && !reserve(window, price, limits.ofPeriod())) {
      jdbc.sql(RETURN_TO_RUN).params(price, run).update();
      return false;
    }
    var now = Timestamp.from(at);
    jdbc.sql(TAKE_FROM_OTHER_WINDOWS)
        .params(price, endpoint, now, now)
        .params(edges(window))
        .update();
    return true;
  }

  private boolean reserve(Window window, BigDecimal price, SpendingLimit limit) {
    if (find(window) == null) {
      jdbc.sql(OPEN_WINDOW)
          .param(endpoint)
          .params(edges(window))
          .param(endpoint)
          .params(edges(window))
          .update();
    }
    return jdbc.sql(TAKE_FROM_WINDOW)
            .params(price, endpoint)
            .params(edges(window))
            .params(limit.renders(), price, limit.money().amount())
            .update()
        == 1;
  }

  /** Puts back what an open claim took, at its price then; does nothing if it is no longer open. */
  void refund(Purchase purchase) {
    jdbc.sql(CLAIMED)
        .params(LedgerSql.key(purchase))
        .query((line, n) -> new Taken(
            line.getLong("run"),
            line.getString("endpoint"),
            line.getTimestamp("claimed_at"),
            line.getBigDecimal("price")))
        .optional()
        .ifPresent(taken -> {
          jdbc.sql(RETURN_TO_RUN).params(taken.price(), taken.run()).update();
          jdbc.sql(RETURN_TO_WINDOWS)
              .params(taken.price(), taken.endpoint(), taken.at(), taken.at())
              .update();
        });
  }

  Usage ofRun(long run) {
    return jdbc.sql(OF_RUN).param(run).query(BudgetCounters::usage).single();
  }

  Usage ofPeriod(@Nullable BudgetPeriod period, Instant at) {
    return period == null ? Usage.NOTHING : usage(period.at(at));
  }

  private Usage usage(Window window) {
    var known = find(window);
    return known != null
        ? known
        : jdbc.sql(OF_UNOPENED_WINDOW)
            .param(endpoint)
            .params(edges(window))
            .query(BudgetCounters::usage)
            .single();
  }

  private @Nullable Usage find(Window window) {
    return jdbc.sql(OF_WINDOW)
        .param(endpoint)
        .params(edges(window))
        .query(BudgetCounters::usage)
        .optional()
        .orElse(null);
  }

  private static List<Object> edges(Window window) {
    return List.of(Timestamp.from(window.ends()), Timestamp.from(window.starts()));
  }

  private static Usage usage(ResultSet line, int number) throws SQLException {
    return new Usage(line.getLong("renders"), Money.of(line.getBigDecimal("money")));
  }

  /** What a claim has taken, and from which budgets. */
  private record Taken(long run, String endpoint, Timestamp at, BigDecimal price) {}
}
