package dev.roomline.results;

import dev.roomline.domain.Money;
import dev.roomline.domain.Payment;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Lines of results, written to {@code render_result} and read from it. */
final class ResultRowMapper {
  static final String INSERT = """
      insert into render_result (run, line_no, row_no, variant, style, render_key, cells, name,
        prompt, status, paid, outputs, seed, model_id, request_id, generation_time, attempts, error,
        meta, rendered_at, picture, width, height, sha256, checks, photo, cause,
        cost)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        case when count(*) = count(price) then coalesce(sum(price), 0) end
      from render_ledger where run = ? and line_no = ? and state <> 'REFUSED'
        and coalesce(judgement, '') <> 'NOT_PAID'
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private ResultRowMapper() {}

  /** Fills {@link #INSERT} in. */
  static void set(PreparedStatement insert, long run, ResultRow row) throws SQLException {
    var column = 0;
    for (var value : values(run, row)) insert.setObject(++column, value);
  }

  static ResultRow read(ResultSet line, int number) throws SQLException {
    var key = line.getString("render_key");
    var at = line.getTimestamp("rendered_at");
    return new ResultRow(
        place(line),
        JSON.readValue(line.getString("cells"), TEXTS),
        line.getString("name"),
        text(line, "prompt"),
        key == null ? null : new RenderKey(key),
        ResultStatus.of(line.getString("status")),
        Payment.parse(line.getString("paid")),
        line.getString("outputs") == null ? null : render(line),
        line.getString("request_id"),
        line.getInt("attempts"),
        line.getString("error"),
        RowMeaning.readCause(line.getString("cause"), ResultStatus.of(line.getString("status"))),
        at == null ? null : at.toInstant(),
        pictures(line),
        cost(line.getBigDecimal("cost")));
  }

  private static @Nullable Money cost(@Nullable BigDecimal amount) {
    return amount == null ? null : Money.of(amount);
  }

  private static List<@Nullable Object> values(long run, ResultRow row) {
    var render = row.render();
    var position = row.position();
    var pictures = row.pictures();
    return Arrays.asList(
        run,
        position.line(),
        position.row(),
        position.variant(),
        position.style(),
        row.key() == null ? null : row.key().value(),
        JSON.writeValueAsString(row.cells()),
        row.name(),
        row.prompt(),
        row.status().text(),
        row.paid().text(),
        render == null ? null : String.join(" ", render.outputs()),
        render == null ? null : render.seed(),
        render == null ? null : render.modelId(),
        row.requestId(),
        render == null ? null : render.generationTime(),
        row.attempts(),
        row.error(),
        render == null ? null : render.meta(),
        row.at() == null ? null : Timestamp.from(row.at()),
        String.join(" ", row.shown()),
        pictures.widths(),
        pictures.heights(),
        pictures.fingerprints(),
        String.join("\n", pictures.checks()),
        pictures.photo() == null ? null : pictures.photo().text(),
        row.cause() == null ? null : row.cause().name(),
        run,
        position.line());
  }

  private static RowPictures pictures(ResultSet line) throws SQLException {
    var shown = List.of(
        text(line, "picture"), text(line, "width"), text(line, "height"), text(line, "sha256"));
    return RowPictures.read(shown, text(line, "checks"), line.getString("photo"));
  }

  private static String text(ResultSet line, String column) throws SQLException {
    var text = line.getString(column);
    return text == null ? "" : text;
  }

  private static ResultPosition place(ResultSet line) throws SQLException {
    return new ResultPosition(
        line.getLong("row_no"),
        line.getLong("line_no"),
        line.getInt("variant"),
        line.getString("style"));
  }

  private static Render render(ResultSet line) throws SQLException {
    return new Render(
        Arrays.asList(line.getString("outputs").split(" ")),
        List.of(),
        line.getObject("seed", Long.class),
        line.getString("model_id"),
        line.getString("request_id"),
        line.getObject("generation_time", Double.class),
        line.getString("meta"));
  }
}
