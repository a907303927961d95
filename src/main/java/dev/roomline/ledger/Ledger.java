package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Charge;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.ResultPosition;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Remembers every purchase: SENDING before its request leaves, then how it ended.
 *
 * <p>Entries commit on their own, so that a chunk that rolls back cannot forget a payment.
 */
public final class Ledger {

  private static final String CLAIM = """
      insert into render_ledger
        (render_key, edition, attempt, run, row_no, line_no, endpoint, price, state, claimed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'SENDING', ?)
      """;
  private static final LedgerSql.Line GIVE_BACK = LedgerSql.Line.of("""
      delete from render_ledger
      where render_key = ? and edition = ? and attempt = ? and state = 'SENDING'
      """);
  private static final String ON_THE_WAY =
      "select count(*) from render_ledger where run = ? and state = 'SENDING'";
  private static final String ACCEPTED =
      "select * from render_ledger where state = 'ACCEPTED' and endpoint = ? order by accepted_at";
  private static final String WITHOUT_PICTURES = """
      select * from render_ledger
      where without_pictures = 'yes' and endpoint = ? and settled_at > ?
      order by settled_at
      """;
  private static final String SPOILED_IN_RUN = """
      select count(*) from render_ledger
      where render_key = ? and edition = ? and run = ? and state = 'SPOILED'
      """;
  private static final String RESENT_IN_RUN = """
      select count(*) from render_ledger later join render_ledger earlier
        on earlier.render_key = later.render_key and earlier.edition = later.edition
        and earlier.attempt = later.attempt - 1
      where later.render_key = ? and later.edition = ? and later.run = ?
        and earlier.state = 'UNSURE'
      """;
  private static final String TRADED_WITH = """
      select count(*) from (select 1 from render_ledger
      where %s and endpoint = ?
      fetch first 1 rows only) known
      """.formatted(LedgerConditions.ANSWERED);

  private final JdbcClient jdbc;
  private final GroupCommit group;
  private final BudgetCounters counters;
  private final PictureRecords pictures;
  private final Purchases purchases;
  private final Clock clock;
  private final String endpoint;

  /**
   * The books of one endpoint.
   *
   * @param endpoint the endpoint's name, as it goes into each {@link RenderKey}
   */
  public Ledger(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      String endpoint,
      Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.group = new GroupCommit(transactions);
    this.counters = new BudgetCounters(jdbc, endpoint);
    this.pictures = new PictureRecords(jdbc, group, endpoint);
    this.purchases = new Purchases(jdbc, group, clock);
    this.clock = clock;
    this.endpoint = endpoint;
  }

  /** The newest that is known of a render, in this edition or a later one. */
  public Optional<LedgerEntry> find(RenderKey key, int sinceEdition) {
    return purchases.find(key, sinceEdition);
  }

  /**
   * Claims a purchase. Commit comes before the first byte of the request, so that a purchase nobody
   * remembers cannot exist; the insert decides the race.
   *
   * @param position whom it is for
   * @param limits what it must leave room for
   */
  public ClaimResult claim(
      Purchase purchase, long run, ResultPosition position, BudgetLimits limits) {
    var price = limits.price() == null ? null : limits.price().amount();
    try {
      return group.write(() -> {
        var at = time();
        if (!counters.reserve(run, limits, at)) return ClaimResult.CAPPED;
        jdbc.sql(CLAIM)
            .params(LedgerSql.key(purchase))
            .params(run, position.row(), position.line(), endpoint)
            .param(price)
            .param(Timestamp.from(at))
            .update();
        return ClaimResult.OURS;
      });
    } catch (DuplicateKeyException e) {
      return ClaimResult.TAKEN;
    }
  }

  /**
   * Begins to write down how an open claim ended. What was surely not paid gives its budget back.
   * No claim that is made later is durable before this is.
   *
   * @param run the one that learnt it
   */
  public PendingSettlement settleAsync(Purchase purchase, long run, RenderOutcome outcome) {
    var at = time();
    return new PendingSettlement(at, group.begin(() -> {
      if (outcome.paid() == Charge.NO) counters.refund(purchase);
      var line = LedgerSql.settlement(outcome, run, Timestamp.from(at)).orElse(GIVE_BACK);
      var written = jdbc.sql(line.sql())
          .params(line.values())
          .params(LedgerSql.key(purchase))
          .update();
      if (written != 1) throw new IllegalStateException("no open claim on " + purchase);
      return written;
    }));
  }

  /**
   * Writes down how an open claim ended, as {@link #settleAsync} does.
   *
   * @return when, as the books have it
   */
  public Instant settle(Purchase purchase, long run, RenderOutcome outcome) {
    return settleAsync(purchase, run, outcome).written();
  }

  /** How far a run's budget is used now. */
  public BudgetUsage balance(long run, BudgetLimits limits) {
    return balance(counters.ofRun(run), limits);
  }

  /** How far the budget is used of a run that has spent so much. */
  public BudgetUsage balance(Usage ofRun, BudgetLimits limits) {
    var now = time();
    return new BudgetUsage(now, ofRun, counters.ofPeriod(limits.period(), now));
  }

  /** How far a run's budget is used, if all of it is and nothing on its way may give some back. */
  public Optional<BudgetUsage> usedUp(long run, BudgetLimits limits) {
    var onTheWay = jdbc.sql(ON_THE_WAY).param(run).query(Long.class).single();
    // Read last: what was answered meanwhile has left its share here.
    var usage = balance(run, limits);
    return onTheWay > 0 || limits.left(usage) > 0 ? Optional.empty() : Optional.of(usage);
  }

  /** Turns the claims that a dead run left open into unsure ones; hold the state's lock. */
  public int markOpenClaimsUnsure() {
    return purchases.closeOpenClaims();
  }

  /** What is paid and not delivered yet, oldest first. */
  public List<LedgerEntry> accepted() {
    return jdbc.sql(ACCEPTED).param(endpoint).query(LedgerSql::read).list();
  }

  /** What was delivered since then and has no pictures yet, oldest first. */
  public List<LedgerEntry> withoutPictures(Instant since) {
    return jdbc.sql(WITHOUT_PICTURES)
        .params(endpoint, Timestamp.from(since))
        .query(LedgerSql::read)
        .list();
  }

  /** How often the provider failed on this render in this run. */
  public int spoiled(Purchase purchase, long run) {
    return count(SPOILED_IN_RUN, purchase, run);
  }

  /** How often this run sent the render again although it was unsure. */
  public int resent(Purchase purchase, long run) {
    return count(RESENT_IN_RUN, purchase, run);
  }

  /** What became of the pictures. */
  public PictureRecords pictures() {
    return pictures;
  }

  /** What people decided. */
  public DecisionLog decisions() {
    return purchases.decisions();
  }

  /** True if this endpoint ever answered a request of ours. */
  public boolean hasAnsweredBefore() {
    return jdbc.sql(TRADED_WITH).param(endpoint).query(Integer.class).single() > 0;
  }

  /** The book of photos that lie at this endpoint. */
  public UploadRecords uploads() {
    return new UploadRecords(jdbc, endpoint, clock);
  }

  /** The name of a request's render in these books. */
  public RenderKey key(RenderRequest request) {
    return RenderKey.of(endpoint, request);
  }

  /** The books' time, to the millisecond they keep. */
  public Instant time() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private int count(String sql, Purchase purchase, long run) {
    return jdbc.sql(sql)
        .params(purchase.key().value(), purchase.edition(), run)
        .query(Integer.class)
        .single();
  }
}
