package dev.roomline.ledger;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers what people decide: about pictures, and about purchases that did not bring any. */
public final class DecisionLog {
  private static final String NEWEST = """
      not exists (select 1 from render_ledger later
        where later.render_key = render_ledger.render_key
          and (later.edition > render_ledger.edition
            or (later.edition = render_ledger.edition
              and later.attempt > render_ledger.attempt)))
      """;
  private static final String JUDGED = """
      judgement = ?, judged_by = ?, judged_why = ?, judged_at = ?
      where render_key = ? and edition = ? and attempt = ?
      """;
  private static final String JUDGE =
      "update render_ledger set " + JUDGED + " and state = 'RENDERED'";

  /** A decision may be corrected as long as nothing was bought or kept because of it. */
  private static final String IF_DECIDABLE =
      " and " + LedgerConditions.DECIDABLE + " and " + NEWEST;

  private static final String RESOLVE =
      "update render_ledger set state = 'UNSURE', outputs = null, not_kept_reason = null, gone = false, "
          + JUDGED
          + IF_DECIDABLE;
  private static final String DELIVER = """
      update render_ledger set state = 'RENDERED', outputs = ?, settled_at = ?, not_kept_reason = null,
        gone = false,
      """ + JUDGED + IF_DECIDABLE;
  /** What came to nothing, and was not bought again since. */
  private static final String RETRY = "update render_ledger set " + JUDGED + " and "
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

  /** Writes down what is thought of a render's pictures; the newest decision holds. */
  public void judge(Purchase purchase, Decision judgement) {
    if (!write(JUDGE, List.of(), purchase, judgement, null)) {
      throw new IllegalStateException("no render in the books for " + purchase);
    }
  }

  /**
   * Writes down what is to become of a purchase that nobody knows to be paid.
   *
   * @param picture where its picture lies, so that it counts as rendered; null if none will come
   * @return false if it is not in doubt, or if something came of an earlier decision already
   */
  public boolean resolve(Purchase purchase, Decision judgement, @Nullable String picture) {
    return picture == null
        ? write(RESOLVE, List.of(), purchase, judgement, null)
        : write(
            DELIVER,
            List.of(picture, Timestamp.from(judgement.at())),
            purchase,
            judgement,
            picture);
  }

  /**
   * Writes down that a purchase which came to nothing is bought once more.
   *
   * @return false if it did not come to nothing, or if it was bought once more already
   */
  public boolean retry(Purchase purchase, Decision judgement) {
    return write(RETRY, List.of(), purchase, judgement, null);
  }

  /** How its request left. */
  public SentRequest sending(Purchase purchase) {
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
      Decision judgement,
      @Nullable String picture) {
    var decision = new ArrayList<Object>(Arrays.asList(
        judgement.kind().name(), judgement.by(), judgement.why(), Timestamp.from(judgement.at())));
    decision.addAll(LedgerSql.key(purchase));
    return group.write(() -> {
      if (jdbc.sql(sql).params(first).params(decision).update() != 1) return false;
      jdbc.sql(REMEMBER).params(decision).param(picture).update();
      return true;
    });
  }
}
