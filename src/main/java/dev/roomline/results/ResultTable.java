package dev.roomline.results;

import dev.roomline.domain.Payment;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultStatus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The results of one run, line by line: the table {@code render_result}. */
public final class ResultTable {
  private static final String FINAL = ResultStatus.FINAL.stream()
      .map(status -> "'" + status.text() + "'")
      .collect(Collectors.joining(", ", "(", ")"));
  private static final String DELETE = "delete from render_result where run = ? and line_no = ?";
  private static final String DELETE_OPEN_OF_ROW =
      "delete from render_result where run = ? and row_no = ? and status not in " + FINAL;
  private static final String PAGE = page("");
  private static final String WAITING = page(" and " + status("=", ResultStatus.RENDERING));
  private static final String SHOWN = page(" and picture <> ''");
  private static final String SHARING =
      "select * from render_result where run = ? and render_key = ? order by line_no";
  private static final String REOPEN =
      "update render_result set status = :status where run = :run and render_key in (:keys)";
  private static final int KEYS_AT_ONCE = 500;
  private static final String UNSURE = page(" and " + status("=", ResultStatus.UNSURE));
  private static final String NOT_BOUGHT = page(" and " + status("=", ResultStatus.NOT_BOUGHT));
  private static final String WITHOUT_PICTURE =
      page(" and render_key is not null and coalesce(picture, '') = ''");
  private static final String DONE = """
      select line_no from render_result where run = ? and status = ? and line_no > ?
      order by run, status, line_no fetch first 5000 rows only
      """;
  private static final String COUNTS = """
      select status, paid, count(*) as lines from render_result where run = ?
      group by status, paid
      """;
  private static final String KNOWN_AT = """
      select count(*) from (select 1 from render_result line join render_ledger known
        on known.render_key = line.render_key
      where line.run = ? and known.endpoint = ? fetch first 1 rows only) any_line
      """;

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final long run;

  /** The results of the run with this number. */
  public ResultTable(DataSource dataSource, long run) {
    this.batches = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(dataSource);
    this.run = run;
  }

  /** Writes lines in place of earlier ones. An invalid row's line replaces all its open ones. */
  public void write(List<? extends ResultRow> lines) {
    var places =
        lines.stream().map(line -> new Object[] {run, line.position().line()}).toList();
    batches.batchUpdate(DELETE, places);
    var invalid = lines.stream()
        .filter(line -> line.status() == ResultStatus.INVALID)
        .map(line -> new Object[] {run, line.position().row()})
        .toList();
    batches.batchUpdate(DELETE_OPEN_OF_ROW, invalid);
    batches.batchUpdate(
        ResultRowMapper.PREPARED,
        lines,
        lines.size(),
        (insert, line) -> ResultRowMapper.set(insert, run, line));
  }

  /** The final lines, which a continued run skips. */
  public BitSet done() {
    var done = new BitSet();
    for (var status : ResultStatus.FINAL) {
      var page = done(status, 0);
      while (!page.isEmpty()) {
        page.forEach(done::set);
        page = done(status, page.get(page.size() - 1));
      }
    }
    return done;
  }

  /** H2 would write a result of a million lines to a file first. */
  private List<Integer> done(ResultStatus status, int after) {
    return jdbc.sql(DONE).params(run, status.text(), after).query(Integer.class).list();
  }

  /** All lines in the order of the input. */
  public void forEach(Consumer<ResultRow> reader) {
    forEachPage(page -> page.forEach(reader));
  }

  /** The same, page by page. */
  void forEachPage(Consumer<List<ResultRow>> reader) {
    pages(PAGE, reader);
  }

  /** The lines that may be rendered one day and have no picture now, page by page. */
  void forEachPageWithoutPicture(Consumer<List<ResultRow>> reader) {
    pages(WITHOUT_PICTURE, reader);
  }

  /** The next lines that wait for their render, at most a page of them; empty after the last. */
  public List<ResultRow> waitingAfter(long line) {
    return page(WAITING, line);
  }

  /** The lines that have pictures, in the order of the input. */
  public void forEachShown(Consumer<ResultRow> reader) {
    pages(SHOWN, page -> page.forEach(reader));
  }

  /** Writes those lines anew that have pictures and that the change makes others. */
  public void updateShown(UnaryOperator<ResultRow> change) {
    pages(SHOWN, page -> {
      var changed = new ArrayList<ResultRow>();
      for (var row : page) {
        var now = change.apply(row);
        if (!now.equals(row)) changed.add(now);
      }
      if (!changed.isEmpty()) write(changed);
    });
  }

  /** The lines that may have been charged without an answer, page by page. */
  public void forEachUnsure(Consumer<ResultRow> reader) {
    pages(UNSURE, page -> page.forEach(reader));
  }

  /** The lines that are still to be paid for. */
  public void forEachNotBought(Consumer<ResultRow> reader) {
    pages(NOT_BOUGHT, page -> page.forEach(reader));
  }

  /** Makes the final lines of renders open again, before their ledger entries change. */
  public void reopen(List<RenderKey> renders, ResultStatus as) {
    for (var from = 0; from < renders.size(); from += KEYS_AT_ONCE) {
      var some = renders.subList(from, Math.min(renders.size(), from + KEYS_AT_ONCE));
      jdbc.sql(REOPEN)
          .param("status", as.text())
          .param("run", run)
          .param("keys", some.stream().map(RenderKey::value).toList())
          .update();
    }
  }

  /** The lines that show one render. */
  public List<ResultRow> sharing(RenderKey key) {
    return jdbc.sql(SHARING)
        .params(run, key.value())
        .query(ResultRowMapper::read)
        .list();
  }

  private static String page(String condition) {
    return "select * from render_result where run = ? and line_no > ?" + condition
        + " order by run, line_no fetch first 1000 rows only";
  }

  static String status(String operator, ResultStatus status) {
    return "status " + operator + " '" + status.text() + "'";
  }

  private void pages(String sql, Consumer<List<ResultRow>> reader) {
    var last = 0L;
    while (true) {
      var page = page(sql, last);
      if (page.isEmpty()) return;
      reader.accept(page);
      last = page.get(page.size() - 1).position().line();
    }
  }

  private List<ResultRow> page(String sql, long after) {
    return jdbc.sql(sql).params(run, after).query(ResultRowMapper::read).list();
  }

  /** Whether any of its renders was sent to that endpoint. */
  public boolean isKnownAt(String endpoint) {
    return jdbc.sql(KNOWN_AT).params(run, endpoint).query(Integer.class).single() > 0;
  }

  /** What a person has to know of the results. */
  public ResultSummary summary() {
    return new ResultSummary(jdbc, run);
  }

  /** How many lines the run has, by status and by payment. */
  public Totals totals() {
    var totals = new Totals(new EnumMap<>(ResultStatus.class), new EnumMap<>(Payment.class));
    jdbc.sql(COUNTS).param(run).query((RowCallbackHandler) line -> {
      var lines = line.getLong("lines");
      totals.byStatus().merge(ResultStatus.of(line.getString("status")), lines, Long::sum);
      totals.byPayment().merge(Payment.parse(line.getString("paid")), lines, Long::sum);
    });
    return totals;
  }

  /** Lines by status, and by payment. */
  public record Totals(Map<ResultStatus, Long> byStatus, Map<Payment, Long> byPayment) {

    /** Whether no line waits to be paid for. */
    public boolean settled() {
      return !byStatus.containsKey(ResultStatus.NOT_BOUGHT);
    }

    /** Lines by status, with this many of one status left out. */
    public Map<ResultStatus, Long> without(ResultStatus status, long lines) {
      var less = new EnumMap<ResultStatus, Long>(ResultStatus.class);
      less.putAll(byStatus);
      less.computeIfPresent(status, (it, all) -> all > lines ? all - lines : null);
      return less;
    }

    /** How many lines were paid for in this way. */
    public long paid(Payment how) {
      return byPayment.getOrDefault(how, 0L);
    }
  }
}
