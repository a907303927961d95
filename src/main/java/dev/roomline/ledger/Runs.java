package dev.roomline.ledger;

import dev.roomline.domain.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records runs: which one a command continues, and how each ended. */
public final class Runs {

  private static final String LAST = """
      select * from render_run where sheet = ? and (ending is null or ending = 'unfinished')
      order by run desc fetch first 1 rows only
      """;
  private static final String BEGIN = """
      insert into render_run (run, sheet, input, input_digest, request_digest, fresh, edition,
        header, started_at, spent, spent_money)
      select coalesce(max(run), 0) + 1, ?, ?, ?, ?, ?, coalesce(max(edition), 0) + ?, ?, ?, ?, ?
      from render_run
      """;
  private static final String CONTINUE = """
      update render_run set ended_at = null, ending = null,
        spent = case when ending is null then spent else 0 end,
        spent_money = case when ending is null then spent_money else 0 end
      where run = ?
      """;
  private static final String END =
      "update render_run set ended_at = ?, ending = ? where run = ? and ending is null";
  private static final String ABANDON =
      "update render_run set ended_at = ?, ending = 'abandoned' where run = ?";
  private static final String FIND = "select * from render_run where run = ?";
  private static final String UNFINISHED = """
      select count(*) from render_run
      where run = ? and (ending is null or ending = 'unfinished')
      """;
  private static final String KILLED =
      "select count(*) from render_run where run = ? and ending is null";
  private static final String NEWEST = "select max(run) from render_run where sheet = ?";
  private static final String HEADER = "select header from render_run where run = ?";
  private static final String PAST =
      "select * from render_run order by run desc fetch first 10 rows only";

  private final JdbcClient jdbc;
  private final Clock clock;

  public Runs(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /**
   * Continues the job file's last run if it did not finish and had an equal request; otherwise closes
   * that run and begins a new one, which reuses what is paid. Only after an orderly end the budget
   * is new.
   *
   * @param header the input's columns, as JSON
   */
  public Run.Begun begin(Run.Request request, String header) {
    var last = jdbc.sql(LAST).param(request.jobFile()).query(Line::read).optional();
    if (last.isPresent() && last.get().sameAs(request)) {
      jdbc.sql(CONTINUE).param(last.get().run()).update();
      return new Run.Begun(find(last.get().run()), Run.Beginning.CONTINUED, List.of());
    }
    last.ifPresent(it -> jdbc.sql(ABANDON).params(now(), it.run()).update());
    jdbc.sql(BEGIN)
        .params(request.jobFile(), request.input(), request.inputDigest(), request.requestDigest())
        .params(request.fresh(), request.fresh() ? 1 : 0, header, now())
        .params(last.map(Line::spent).orElse(0L), last.map(Line::money).orElse(BigDecimal.ZERO))
        .update();
    var number = jdbc.sql(NEWEST).param(request.jobFile()).query(Long.class).single();
    return new Run.Begun(
        find(number), Run.Beginning.NEW, last.map(it -> List.of(it.run())).orElse(List.of()));
  }

  /** The run that {@link #begin} would continue. */
  public Optional<Run> unfinished(Run.Request request) {
    return jdbc.sql(LAST)
        .param(request.jobFile())
        .query(Line::read)
        .optional()
        .filter(last -> last.sameAs(request))
        .map(last -> find(last.run()));
  }

  /** Closes a run; the next {@link #begin} closes a run that a crash left open. */
  public void end(Run run, boolean finished) {
    jdbc.sql(END)
        .params(now(), finished ? "finished" : "unfinished", run.number())
        .update();
  }

  /** What the job file's next run has used of its budget before it begins: the usage of a killed run. */
  public Usage carried(String jobFile) {
    return jdbc.sql(LAST)
        .param(jobFile)
        .query(Line::read)
        .optional()
        .map(it -> new Usage(it.spent(), Money.of(it.money())))
        .orElse(Usage.NOTHING);
  }

  /** Whether the same command would continue it. */
  public boolean unfinished(Run run) {
    return jdbc.sql(UNFINISHED).param(run.number()).query(Long.class).single() > 0;
  }

  /** Whether it did not come to an end, so that its results may not be published. */
  public boolean killed(Run run) {
    return jdbc.sql(KILLED).param(run.number()).query(Long.class).single() > 0;
  }

  /** The newest run of a job file, however it ended. */
  public Optional<Run> last(String jobFile) {
    return jdbc.sql(NEWEST).param(jobFile).query(Long.class).optional().map(this::find);
  }

  /** The input's columns at the begin of the run, as JSON. */
  public String header(Run run) {
    return jdbc.sql(HEADER).param(run.number()).query(String.class).single();
  }

  /** The last ten runs, newest first. */
  public List<Run.Past> past() {
    return jdbc.sql(PAST).query((line, number) -> read(line)).list();
  }

  private Run find(long number) {
    return jdbc.sql(FIND)
        .param(number)
        .query((line, n) -> new Run(
            number,
            line.getBoolean("fresh"),
            line.getInt("edition"),
            line.getLong("spent"),
            line.getTimestamp("started_at").toInstant()))
        .single();
  }

  private static Run.Past read(ResultSet line) throws SQLException {
    var ended = line.getTimestamp("ended_at");
    return new Run.Past(
        line.getLong("run"),
        line.getString("sheet"),
        line.getTimestamp("started_at").toInstant().toString(),
        ended == null ? "" : ended.toInstant().toString(),
        Optional.ofNullable(line.getString("ending")).orElse("killed"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /** A run that may be continued; its usage counts on if it never ended. */
  private record Line(
      long run,
      String inputDigest,
      String requestDigest,
      boolean fresh,
      long spent,
      BigDecimal money) {
    static Line read(ResultSet line, int number) throws SQLException {
      var ended = line.getString("ending") != null;
      return new Line(
          line.getLong("run"),
          line.getString("input_digest"),
          line.getString("request_digest"),
          line.getBoolean("fresh"),
          ended ? 0 : line.getLong("spent"),
          ended ? BigDecimal.ZERO : line.getBigDecimal("spent_money"));
    }

    boolean sameAs(Run.Request request) {
      return inputDigest.equals(request.inputDigest())
          && requestDigest.equals(request.requestDigest())
          && fresh == request.fresh();
    }
  }
}
