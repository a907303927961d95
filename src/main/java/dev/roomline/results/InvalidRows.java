package dev.roomline.results;

import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.Run;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a job that were invalid when a run last checked them. */
public final class InvalidRows {
  /** A killed run has no line for many rows; for those the run before it counts. */
  private static final String LAST_CHECKED_INVALID = """
      select result.row_no, result.error from render_result result
      join render_run its_run on its_run.run = result.run
      where its_run.sheet in (:file, :given_as) and result.status = '%s'
        and not exists (select 1 from render_result later
          join render_run later_run on later_run.run = later.run
          where later_run.sheet in (:file, :given_as) and later.row_no = result.row_no
            and later.run > result.run)
      """.formatted(ResultStatus.INVALID.text());

  private InvalidRows() {}

  /** The problem of each of them, by its row. */
  public static Map<Long, String> of(DataSource dataSource, Run.Job job) {
    var rows = new HashMap<Long, String>();
    JdbcClient.create(dataSource)
        .sql(LAST_CHECKED_INVALID)
        .param("file", job.file())
        .param("given_as", job.givenAs())
        .query((RowCallbackHandler) line -> rows.put(line.getLong(1), line.getString(2)));
    return rows;
  }
}
