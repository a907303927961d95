package dev.roomline.results;

import dev.roomline.domain.ResultStatus;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person has to know of one run's results. */
public final class ResultSummary {
  private static final String TROUBLES = """
      select * from (
        select troubles.*, row_number() over (
          partition by status order by lines desc, first_row) as place
        from (
          select status, cause, error, count(*) as lines, count(distinct row_no) as row_count,
            min(row_no) as first_row
          from (
            select status, cause, row_no, case when %s then checks else error end as error
            from render_result where run = ? and %s) reasons
          group by status, cause, error) troubles) placed
      where place <= 5 order by status, place
      """.formatted(
          ResultTable.status("=", ResultStatus.REVIEW),
          ResultTable.status("<>", ResultStatus.RENDERED));
  private static final String UNSURE_ROWS =
      """
      select distinct row_no from render_result where run = ? and %s
      order by row_no fetch first 1000 rows only
      """.formatted(ResultTable.status("=", ResultStatus.UNSURE));

  private static final String WAITING_SINCE =
      """
      select count(*) from (select 1 from render_result line join render_ledger known
        on known.render_key = line.render_key
          and (known.request_id = line.request_id or line.request_id is null)
      where line.run = ? and line.%s and known.claimed_at < ? fetch first 1 rows only) any_line
      """.formatted(ResultTable.status("=", ResultStatus.RENDERING));

  private final JdbcClient jdbc;
  private final long run;

  ResultSummary(JdbcClient jdbc, long run) {
    this.jdbc = jdbc;
    this.run = run;
  }

  /** What kept rows from being rendered: of each status the five most frequent reasons. */
  public List<FailureGroup> troubles() {
    return jdbc.sql(TROUBLES)
        .param(run)
        .query((line, n) -> new FailureGroup(
            ResultStatus.of(line.getString("status")),
            RowMeaning.readCause(
                line.getString("cause"), ResultStatus.of(line.getString("status"))),
            line.getString("error").replace("\n", " | "),
            line.getLong("lines"),
            line.getLong("row_count"),
            line.getLong("first_row")))
        .list();
  }

  /** The unsure rows, which a person has to decide about, up to 1,000. */
  public List<Long> unsureRows() {
    return jdbc.sql(UNSURE_ROWS).param(run).query(Long.class).list();
  }

  /** Whether any line waits for a render that was paid for before this time. */
  public boolean isWaitingSince(Instant time) {
    var found = jdbc.sql(WAITING_SINCE).params(run, Timestamp.from(time)).query(Integer.class);
    return found.single() > 0;
  }
}
