package dev.roomline.ledger;

import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.RenderTicket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and reads lines of the ledger. */
final class LedgerSql {

  private static final String OF_OPEN_CLAIM =
      "where render_key = ? and edition = ? and attempt = ? and state in ('SENDING', 'ACCEPTED')";
  private static final String RENDERED = """
      update render_ledger set state = 'RENDERED', settled_at = ?, outputs = ?, spares = ?,
        seed = ?, model_id = ?, request_id = coalesce(?, request_id), generation_time = ?, meta = ?,
        settled_run = ?
      """ + OF_OPEN_CLAIM;
  private static final String ACCEPTED = """
      update render_ledger set state = 'ACCEPTED', accepted_at = ?,
        request_id = ?, collect_from = ?, eta_ms = ?, settled_run = ?
      """ + OF_OPEN_CLAIM;
  private static final String ENDED = """
      update render_ledger set state = ?, settled_at = ?, cause = ?, reason = ?, settled_run = ?
      """ + OF_OPEN_CLAIM;

  private LedgerSql() {}

  /** An update whose last parameters are the purchase's key. */
  record Line(String sql, List<@Nullable Object> values) {
    static Line of(String sql, @Nullable Object... values) {
      return new Line(sql, Arrays.asList(values));
    }
  }

  static List<Object> key(Purchase purchase) {
    return List.of(purchase.key().value(), purchase.edition(), purchase.attempt());
  }

  /** The update that records an outcome; empty if the claim is deleted instead. */
  static Optional<Line> settlement(RenderOutcome outcome, long run, Timestamp now) {
    return outcome.match(
        rendered -> Optional.of(rendered(rendered.render(), run, now)),
        accepted -> Optional.of(accepted(accepted.ticket(), run, now)),
        refused -> ended(PurchaseState.REFUSED, refused.cause(), refused.reason(), run, now),
        busy -> Optional.empty(),
        notSent -> Optional.empty(),
        endpointUnusable -> Optional.empty(),
        failed -> ended(PurchaseState.SPOILED, null, failed.reason(), run, now),
        unsure -> ended(PurchaseState.UNSURE, unsure.cause(), unsure.reason(), run, now));
  }

  private static Line rendered(Render render, long run, Timestamp now) {
    return Line.of(
        RENDERED,
        now,
        String.join("\n", render.outputs()),
        String.join("\n", render.proxyLinks()),
        render.seed(),
        render.modelId(),
        render.requestId(),
        render.generationTime(),
        render.meta(),
        run);
  }

  private static Line accepted(RenderTicket ticket, long run, Timestamp now) {
    return Line.of(
        ACCEPTED, now, ticket.requestId(), ticket.collectFrom(), ticket.eta().toMillis(), run);
  }

  private static Optional<Line> ended(
      PurchaseState state, @Nullable Cause cause, String reason, long run, Timestamp now) {
    return Optional.of(
        Line.of(ENDED, state.name(), now, cause == null ? null : cause.name(), reason, run));
  }

  static LedgerEntry read(ResultSet line, int number) throws SQLException {
    var state = PurchaseState.valueOf(line.getString("state"));
    var purchase = new Purchase(
        new RenderKey(line.getString("render_key")),
        line.getInt("edition"),
        line.getInt("attempt"));
    var at = line.getTimestamp(state == PurchaseState.ACCEPTED ? "accepted_at" : "settled_at");
    if (at == null) at = line.getTimestamp("claimed_at");
    return new LedgerEntry(
        purchase,
        state,
        line.getLong("run"),
        line.getLong("line_no"),
        outcome(state, line),
        at.toInstant(),
        PictureRecords.pictureStatus(state, line),
        PictureRecords.decision(line));
  }

  private static RenderOutcome outcome(PurchaseState state, ResultSet line) throws SQLException {
    var reason = Optional.ofNullable(line.getString("reason")).orElse("");
    return switch (state) {
      case RENDERED -> new Rendered(render(line));
      case ACCEPTED -> new Accepted(ticket(line));
      case REFUSED -> new Refused(Cause.valueOf(line.getString("cause")), reason);
      case SPOILED -> new Failed(reason);
      case UNSURE -> new Unsure(causeOfUnsure(line.getString("cause")), reason);
      case SENDING -> new Unsure("sent, and not answered yet");
    };
  }

  /** Former releases did not record the cause. */
  private static Cause causeOfUnsure(@Nullable String written) {
    return written == null ? Cause.UNANSWERED : Cause.valueOf(written);
  }

  private static Render render(ResultSet line) throws SQLException {
    return new Render(
        lines(line.getString("outputs")),
        lines(line.getString("spares")),
        line.getObject("seed", Long.class),
        line.getString("model_id"),
        line.getString("request_id"),
        line.getObject("generation_time", Double.class),
        line.getString("meta"));
  }

  private static RenderTicket ticket(ResultSet line) throws SQLException {
    return new RenderTicket(
        line.getString("request_id"),
        line.getString("collect_from"),
        Duration.ofMillis(line.getLong("eta_ms")));
  }

  static List<String> lines(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : text.lines().toList();
  }
}
