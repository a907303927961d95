package dev.roomline.results;

import static java.util.Map.entry;

import dev.roomline.domain.Money;
import dev.roomline.domain.Payment;
import dev.roomline.domain.Picture;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Lines of results, written to {@code render_result} and read from it. */
final class ResultRowMapper {
  private static final String INSERT = """
      insert into render_result (run, line_no, row_no, variant, style, render_key, cells, name,
        prompt, status, paid, outputs, seed, model_id, request_id, generation_time, attempts, error,
        meta, rendered_at, picture, width, height, sha256, checks, photo, cause,
        cost)
      select :run, :line_no, :row_no, :variant, :style, :render_key, :cells, :name,
        :prompt, :status, :paid, :outputs, :seed, :model_id, :request_id, :generation_time,
        :attempts, :error, :meta, :rendered_at, :picture, :width, :height, :sha256, :checks,
        :photo, :cause,
        case when count(*) = count(price) then coalesce(sum(price), 0) end
      from render_ledger where run = :run and line_no = :line_no and state <> 'REFUSED'
        and coalesce(judgement, '') <> 'NOT_PAID'
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  /** What each parameter of {@link #INSERT} holds. */
  private static final Map<String, Value> VALUES = Map.ofEntries(
      entry("run", (run, row) -> run),
      entry("line_no", (run, row) -> row.position().line()),
      entry("row_no", (run, row) -> row.position().row()),
      entry("variant", (run, row) -> row.position().variant()),
      entry("style", (run, row) -> row.position().style()),
      entry("render_key", (run, row) -> ifAny(row.key(), RenderKey::value)),
      entry("cells", (run, row) -> JSON.writeValueAsString(row.cells())),
      entry("name", (run, row) -> row.name()),
      entry("prompt", (run, row) -> row.prompt()),
      entry("status", (run, row) -> row.status().text()),
      entry("paid", (run, row) -> row.paid().text()),
      entry("outputs", (run, row) -> ifAny(row.render(), it -> String.join(" ", it.outputs()))),
      entry("seed", (run, row) -> ifAny(row.render(), Render::seed)),
      entry("model_id", (run, row) -> ifAny(row.render(), Render::modelId)),
      entry("request_id", (run, row) -> row.requestId()),
      entry("generation_time", (run, row) -> ifAny(row.render(), Render::generationTime)),
      entry("attempts", (run, row) -> row.attempts()),
      entry("error", (run, row) -> row.error()),
      entry("meta", (run, row) -> ifAny(row.render(), Render::meta)),
      entry("rendered_at", (run, row) -> ifAny(row.at(), Timestamp::from)),
      entry("picture", (run, row) -> String.join(" ", row.shown())),
      entry("width", (run, row) -> row.pictures().widths()),
      entry("height", (run, row) -> row.pictures().heights()),
      entry("sha256", (run, row) -> row.pictures().fingerprints()),
      entry("checks", (run, row) -> String.join("\n", row.pictures().checks())),
      entry("photo", (run, row) -> ifAny(row.pictures().photo(), Picture::text)),
      entry("cause", (run, row) -> ifAny(row.cause(), Cause::name)));

  private static final ParsedSql PARSED = NamedParameterUtils.parseSqlStatement(INSERT);

  /** {@link #INSERT} with a question mark for each name. */
  static final String PREPARED = NamedParameterUtils.substituteNamedParameters(PARSED, null);

  /** Parsed once: named parameters that are looked up for each line take 6 % of an insert. */
  private static final List<Value> IN_ORDER = inOrder();

  private interface Value {
    @Nullable
    Object of(long run, ResultRow row);
  }

  private interface Part<T> {
    @Nullable
    Object of(T part);
  }

  private ResultRowMapper() {}

  private static List<Value> inOrder() {
    var source = new MapSqlParameterSource(VALUES);
    return Stream.of(NamedParameterUtils.buildValueArray(PARSED, source, null))
        .map(Value.class::cast)
        .toList();
  }

  private static <T> @Nullable Object ifAny(@Nullable T part, Part<T> value) {
    return part == null ? null : value.of(part);
  }

  /** Fills {@link #PREPARED} in. */
  static void set(PreparedStatement insert, long run, ResultRow row) throws SQLException {
    var column = 0;
    for (var value : IN_ORDER) insert.setObject(++column, value.of(run, row));
  }

  static ResultRow read(ResultSet line, int number) throws SQLException {
    var key = line.getString("render_key");
    var at = line.getTimestamp("rendered_at");
    return new ResultRow(
        place(line),
        JSON.readValue(line.getString("cells"), TEXTS),
        PictureNames.read(line.getString("name"), key),
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
