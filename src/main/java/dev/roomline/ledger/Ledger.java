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
 * Records every purchase: SENDING before its request leaves, then how it ended.
 *
 * <p>Entries commit on their own, so that a chunk that rolls back cannot forget a payment.
 */
public final class Ledger {

  private static final String CLAIM = """
      insert into render_ledger
        (render_key, edition, attempt, run, row_no, line_no, endpoint, price, state, claimed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'SENDING', ?)
      """;
  private static final LedgerSql.Line DELETE_CLAIM = LedgerSql.Line.of("""
      delete from render_ledger
      where render_key = ? and edition = ? and attempt = ? and state = 'SENDING'
      """);
  private static final String OPEN_CLAIMS =
      "select count(*) from render_ledger where run = ? and state = 'SENDING'";
  private static final String ACCEPTED =
      "select * from render_ledger where state = 'ACCEPTED' and endpoint = ? order by accepted_at";
  private static final String WITHOUT_PICTURES = """
      select * from render_ledger
      where without_pictures = 'yes' and endpoint = ? and settled_at > ?
      order by settled_at
      """;
  private static final String FAILURES_IN_RUN = """
      select count(*) from render_ledger
      where render_key = ? and edition = ? and run = ? and state = 'SPOILED'
      """;
  private static final String RESENDS_IN_RUN = """
      select count(*) from render_ledger later join render_ledger earlier
        on earlier.render_key = later.render_key and earlier.edition = later.edition
        and earlier.attempt = later.attempt - 1
      where later.render_key = ? and later.edition = ? and later.run = ?
        and earlier.state = 'UNSURE'
      """;
  private static final String ANSWERS_OF_ENDPOINT = """
      select count(*) from (select 1 from render_ledger
      where %s and endpoint = ?
      fetch first 1 rows only) known
      """.formatted(LedgerConditions.ANSWERED);

  private static final String SHARING_DIGITS = """
      select distinct render_key from render_ledger
      where render_key > ? and render_key < ? and render_key <> ?
      """;
  private static final String BEYOND_DIGITS = "g";

  private final JdbcClient jdbc;
  private final GroupCommit group;
  private final BudgetCounters counters;
  private final PictureRecords pictures;
  private final Purchases purchases;
  private final Clock clock;
  private final String endpoint;

  /**
   * The ledger of one endpoint.
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

  /** The newest purchase of a render, in this edition or a later one. */
  public Optional<LedgerEntry> find(RenderKey key, int sinceEdition) {
    return purchases.find(key, sinceEdition);
  }

  /** The beginning of a key, as long as it has to be to be no other render's; at least so long. */
  public String uniqueBeginning(RenderKey key, int digits) {
    var beginning = key.value().substring(0, digits);
    var others = jdbc.sql(SHARING_DIGITS)
        .params(beginning, beginning + BEYOND_DIGITS, key.value())
        .query(String.class)
        .list();
    return others.isEmpty() ? beginning : uniqueBeginning(key, digits + 1);
  }

  /**
   * Claims a purchase. The claim is committed before the first byte of the request is sent, so every
   * request has its line in the ledger. If two callers want one purchase, the insert decides.
   *
   * @param position the line of results it is for
   * @param limits the budget it must stay within
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
   * Begins to record how an open claim ended. If it is not paid, its budget is refunded. No later
   * claim becomes durable before this record.
   *
   * @param run the run that received the answer
   */
  public PendingSettlement settleAsync(Purchase purchase, long run, RenderOutcome outcome) {
    var at = time();
    return new PendingSettlement(at, group.begin(() -> {
      if (outcome.paid() == Charge.NO) counters.refund(purchase);
      var line = LedgerSql.settlement(outcome, run, Timestamp.from(at)).orElse(DELETE_CLAIM);
      var written = jdbc.sql(line.sql())
          .params(line.values())
          .params(LedgerSql.key(purchase))
          .update();
      if (written != 1) throw new IllegalStateException("no open claim on " + purchase);
      return written;
    }));
  }

  /**
   * Records how an open claim ended, and waits until the record is durable.
   *
   * @return the time of the record
   */
  public Instant settle(Purchase purchase, long run, RenderOutcome outcome) {
    return settleAsync(purchase, run, outcome).written();
  }

  /** How much of a run's budget is used now. */
  public BudgetUsage usage(long run, BudgetLimits limits) {
    return usage(counters.ofRun(run), limits);
  }

  /** How much of the budget is used if the run has used this much. */
  public BudgetUsage usage(Usage ofRun, BudgetLimits limits) {
    var now = time();
    return new BudgetUsage(now, ofRun, counters.ofPeriod(limits.period(), now));
  }

  /** The usage if the whole budget is used and no open claim can refund any; otherwise empty. */
  public Optional<BudgetUsage> usedUp(long run, BudgetLimits limits) {
    var openClaims = jdbc.sql(OPEN_CLAIMS).param(run).query(Long.class).single();
    // Read last, so that it includes what was answered meanwhile.
    var usage = usage(run, limits);
    return openClaims > 0 || limits.left(usage) > 0 ? Optional.empty() : Optional.of(usage);
  }

  /** Marks claims unsure that a dead run left open; the caller must hold the state's lock. */
  public int markOpenClaimsUnsure() {
    return purchases.markOpenClaimsUnsure();
  }

  /** Purchases that are paid and not delivered yet, oldest first. */
  public List<LedgerEntry> accepted() {
    return jdbc.sql(ACCEPTED).param(endpoint).query(LedgerSql::read).list();
  }

  /** Purchases that were delivered since then and have no pictures yet, oldest first. */
  public List<LedgerEntry> withoutPictures(Instant since) {
    return jdbc.sql(WITHOUT_PICTURES)
        .params(endpoint, Timestamp.from(since))
        .query(LedgerSql::read)
        .list();
  }

  /** How often the provider reported in this run that this render failed. */
  public int failuresInRun(Purchase purchase, long run) {
    return count(FAILURES_IN_RUN, purchase, run);
  }

  /** How often this run sent the render again although it was unsure. */
  public int resendsInRun(Purchase purchase, long run) {
    return count(RESENDS_IN_RUN, purchase, run);
  }

  /** The records of pictures. */
  public PictureRecords pictures() {
    return pictures;
  }

  /** The decisions of people. */
  public DecisionLog decisions() {
    return purchases.decisions();
  }

  /** True if this endpoint ever answered a request of ours. */
  public boolean hasAnsweredBefore() {
    return jdbc.sql(ANSWERS_OF_ENDPOINT).param(endpoint).query(Integer.class).single() > 0;
  }

  /** The records of photos that were uploaded to this endpoint. */
  public UploadRecords uploads() {
    return new UploadRecords(jdbc, endpoint, clock);
  }

  /** The key of a request's render in this ledger. */
  public RenderKey key(RenderRequest request) {
    return RenderKey.of(endpoint, request);
  }

  /** The time now, cut to the milliseconds that the ledger stores. */
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
