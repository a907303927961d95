package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome.Charge;
import dev.roomline.ledger.Decision.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every line that the ledger can hold means the same in Java and in SQL. */
class LedgerConditionsTest {
  private static final String PICTURE = "0".repeat(64) + ".png 8x8";
  private static final String INSERT = """
      insert into render_ledger (render_key, edition, attempt, run, row_no, line_no, endpoint,
        state, claimed_at, outputs, request_id, eta_ms, cause, reason, pictures, checks,
        not_kept_reason, gone, judgement, judged_by, judged_why, judged_at)
      values (?, 0, 1, 1, 2, 2, 'https://provider.example v5', ?, current_timestamp, 'u', '7', 0,
        'OTHER', 'reason', ?, ?, 'reason', ?, ?, 'anna', '', current_timestamp)
      """;

  @TempDir
  Path folder;

  private LedgerFixture ledgerFixture;
  private JdbcClient jdbc;
  private List<LedgerEntry> entries;

  @BeforeEach
  void writeEveryLine() {
    ledgerFixture = new LedgerFixture(folder);
    jdbc = JdbcClient.create(ledgerFixture.database.source());
    entries = new ArrayList<>();
    var decisions = new ArrayList<@Nullable Kind>(Arrays.asList(Kind.values()));
    decisions.add(null);
    for (var state : PurchaseState.values()) {
      for (var kind : decisions) {
        for (var gone : List.of(true, false)) {
          add(state, null, null, gone, kind);
          add(state, PICTURE, null, gone, kind);
          add(state, PICTURE, "blank", gone, kind);
        }
      }
    }
  }

  @AfterEach
  void close() {
    ledgerFixture.close();
  }

  @Test
  void agreeOnWhatIsUndecided() {
    assertThat(entries)
        .allSatisfy(it -> assertThat(holds(LedgerConditions.UNDECIDED, it))
            .isEqualTo(it.meaning().isUndecided()));
  }

  @Test
  void agreeOnWhatAPersonMayDecideOnceNoClaimIsOpen() {
    assertThat(entries)
        .allSatisfy(it -> assertThat(holds(LedgerConditions.DECIDABLE, it))
            .isEqualTo(it.state() != PurchaseState.SENDING && it.meaning().isDecidable()));
  }

  @Test
  void agreeOnWhatMayBeRetried() {
    assertThat(entries)
        .allSatisfy(it -> assertThat(holds(LedgerConditions.RETRYABLE, it))
            .isEqualTo(it.meaning().isRetryable()));
  }

  @Test
  void agreeOnWhatIsPaid() {
    assertThat(entries)
        .allSatisfy(it -> assertThat(paid(it)).isEqualTo(it.meaning().paid()));
  }

  @Test
  void agreeOnWhatABudgetHolds() {
    assertThat(entries)
        .allSatisfy(it -> assertThat(holds(LedgerConditions.BUDGETED, it))
            .isEqualTo(it.outcome().paid() != Charge.NO));
  }

  @Test
  void agreeOnWhatTheProviderAnswered() {
    assertThat(entries)
        .allSatisfy(it -> assertThat(holds(LedgerConditions.ANSWERED, it))
            .isEqualTo(it.outcome().paid() != Charge.PERHAPS));
  }

  private void add(
      PurchaseState state,
      @Nullable String pictures,
      @Nullable String checks,
      boolean gone,
      @Nullable Kind kind) {
    var key = "line" + entries.size();
    jdbc.sql(INSERT)
        .params(key, state.name(), pictures, checks)
        .param(gone)
        .param(kind == null ? null : kind.name())
        .update();
    entries.add(ledgerFixture.ledger.find(new RenderKey(key), 0).orElseThrow());
  }

  private Charge paid(LedgerEntry entry) {
    var paid = "case when " + LedgerConditions.NOT_PAID + " then 'NO' when " + LedgerConditions.PAID
        + " then 'YES' else 'PERHAPS' end";
    return Charge.valueOf(jdbc.sql("select " + paid + " from render_ledger where render_key = ?")
        .param(entry.purchase().key().value())
        .query(String.class)
        .single());
  }

  private boolean holds(String condition, LedgerEntry entry) {
    return jdbc.sql("select count(*) from render_ledger where render_key = ? and " + condition)
            .param(entry.purchase().key().value())
            .query(Long.class)
            .single()
        == 1;
  }
}
