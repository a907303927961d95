package dev.roomline.ledger;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records decisions of people about pictures, and about purchases that brought none. */
public final class DecisionLog {
  private static final String NEWEST = """
      not exists (select 1 from render_ledger later
        where later.render_key = render_ledger.render_key
          and (later.edition > render_ledger.edition
            or (later.edition = render_ledger.edition
              and later.attempt > render_ledger.attempt)))
      """;
  private static final String SET_DECISION = """
      judgement = ?, judged_by = ?, judged_why = ?, judged_at = ?
      where render_key = ? and edition = ? and attempt = ?
      """;
  private static final String REVIEW =
      "update render_ledger set " + SET_DECISION + " and state = 'RENDERED'";

  /** A decision may be corrected as long as nothing was bought or kept because of it. */
  private static final String IF_DECIDABLE =
      " and " + LedgerConditions.DECIDABLE + " and " + NEWEST;

  private static final String RESOLVE =
      "update render_ledger set state = 'UNSURE', outputs = null, not_kept_reason = null, gone = false, "
          + SET_DECISION
          + IF_DECIDABLE;
  private static final String DELIVER = """
      update render_ledger set state = 'RENDERED', outputs = ?, settled_at = ?, not_kept_reason = null,
        gone = false,
      """ + SET_DECISION + IF_DECIDABLE;
  /** Only a purchase that brought no picture and was not bought again since. */
  private static final String RETRY = "update render_ledger set " + SET_DECISION + " and "
      + LedgerConditions.RETRYABLE + " and " + NEWEST;

  private static final String REMEMBER = """
      insert into render_decision
        (decision, decided_by, why, decided_at, render_key, edition, attempt, picture)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SENT = """
      select claimed_at, endpoint, request_id from render_ledger
      where render_key = ? and edition = ? and attempt = ?
      """;
  private static final String UNDECIDED_OF_RUN =
      """
      select count(*) from render_ledger
      where run = ? and
      """ + LedgerConditions.UNDECIDED + " and " + NEWEST;

  private final JdbcClient jdbc;
  private final GroupCommit group;

  DecisionLog(JdbcClient jdbc, GroupCommit group) {
    this.jdbc = jdbc;
    this.group = group;
  }

  /** Records a decision about a render's pictures; the newest decision holds. */
  public void review(Purchase purchase, Decision decision) {
    if (!write(REVIEW, List.of(), purchase, decision, null)) {
      throw new IllegalStateException("no render in the ledger for " + purchase);
    }
  }

  /**
   * Records the decision about a purchase that may have been charged.
   *
   * @param picture the address of its picture, so that it counts as rendered; null if there is none
   * @return false if it is not unsure, or if an earlier decision had an effect already
   */
  public boolean resolve(Purchase purchase, Decision decision, @Nullable String picture) {
    return picture == null
        ? write(RESOLVE, List.of(), purchase, decision, null)
        : write(
            DELIVER, List.of(picture, Timestamp.from(decision.at())), purchase, decision, picture);
  }

  /**
   * Records that a purchase which brought no picture is bought once more.
   *
   * @return false if it brought a picture, or if it was bought once more already
   */
  public boolean retry(Purchase purchase, Decision decision) {
    return write(RETRY, List.of(), purchase, decision, null);
  }

  /** When and where the request of a purchase was sent. */
  public SentRequest sentRequest(Purchase purchase) {
    return jdbc.sql(SENT)
        .params(LedgerSql.key(purchase))
        .query((line, n) -> new SentRequest(
            line.getTimestamp("claimed_at").toInstant(),
            line.getString("endpoint"),
            Objects.requireNonNullElse(line.getString("request_id"), "")))
        .single();
  }

  /** How many purchases of a run wait for a decision. */
  public long undecided(long run) {
    return jdbc.sql(UNDECIDED_OF_RUN).param(run).query(Long.class).single();
  }

  private boolean write(
      String sql,
      List<Object> first,
      Purchase purchase,
      Decision decision,
      @Nullable String picture) {
    var values = new ArrayList<Object>(Arrays.asList(
        decision.kind().name(), decision.by(), decision.why(), Timestamp.from(decision.at())));
    values.addAll(LedgerSql.key(purchase));
    return group.write(() -> {
      if (jdbc.sql(sql).params(first).params(values).update() != 1) return false;
      jdbc.sql(REMEMBER).params(values).param(picture).update();
      return true;
    });
  }
}
