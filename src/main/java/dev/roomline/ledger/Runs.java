package dev.roomline.ledger;

import dev.roomline.domain.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records runs: which one a command continues, and how each ended. */
public final class Runs {

  private static final String OF_FILE = "sheet in (?, ?)";
  private static final String LAST = """
      select * from render_run where %s and (ending is null or ending = 'unfinished')
      order by run desc fetch first 1 rows only
      """.formatted(OF_FILE);
  /** Each run begins with what the killed ones before it have spent, so the largest is the sum. */
  private static final String CARRIED = """
      select coalesce(max(spent), 0) as renders, coalesce(max(spent_money), 0) as money
      from render_run where job = ? and ending is null
      """;

  /** Of this file, or of a copy of it for the same list. */
  private static final String UNFINISHED_FRESH = """
      select * from render_run
      where run = (select max(run) from render_run where job = ? and fresh and (%s or input = ?))
        and (ending is null or ending <> 'finished')
      """.formatted(OF_FILE);

  private static final String BEGIN = """
      insert into render_run (run, edition, job, sheet, input, input_digest, request_digest, fresh,
        header, started_at, spent, spent_money)
      select coalesce(max(run), 0) + 1, coalesce(cast(? as integer), max(edition) + ?, ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      from render_run
      """;
  private static final String CONTINUE = """
      update render_run set ended_at = null, ending = null, spent = ?, spent_money = ?, sheet = ?
      where run = ?
      """;
  private static final String END = """
      update render_run set
        ended_at = case when run = :run then :at else ended_at end,
        ending = case when run = :run then :ending else ending end,
        spent = case when run = :run then spent else 0 end,
        spent_money = case when run = :run then spent_money else 0 end
      where ending is null and job = (select job from render_run where run = :run)
      """;
  private static final String ABANDON = """
      update render_run set ended_at = ?, ending = 'abandoned'
      where run < ? and %s and (ending is null or ending = 'unfinished')
      """.formatted(OF_FILE);
  private static final String FIND = "select * from render_run where run = ?";
  private static final String UNFINISHED = """
      select count(*) from render_run
      where run = ? and (ending is null or ending = 'unfinished')
      """;
  private static final String OPEN =
      "select count(*) from render_run where run = ? and ending is null";
  private static final String NEWEST = "select max(run) from render_run where " + OF_FILE;
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
   * Continues the job file's last run if it did not finish and had an equal request; otherwise begins
   * a new one, which reuses what is paid, and closes that run. What the job has spent since its last
   * orderly end counts on, whichever of its runs spent it.
   *
   * <p>A kill in between leaves both open, and the newer one is what the next start continues.
   *
   * @param header the input's columns, as JSON
   */
  public Run.Begun begin(Run.Request request, String header) {
    var job = request.job();
    var last = last(request);
    var carried = carried(job);
    var spent = List.of(carried.renders(), carried.money().amount());
    if (last.isPresent() && last.get().sameAs(request)) {
      var number = last.get().run();
      jdbc.sql(CONTINUE).params(spent).params(job.file(), number).update();
      return new Run.Begun(find(number), Run.Beginning.CONTINUED, List.of());
    }
    var edition = request.fresh()
        ? unfinishedFresh(request).map(Run.Unfinished::edition)
        : Optional.<Integer>empty();
    var ahead = request.fresh() ? 1 : 0;
    jdbc.sql(BEGIN)
        .params(Arrays.asList(edition.orElse(null), ahead, ahead))
        .params(job.name(), job.file(), request.input())
        .params(request.inputDigest(), request.requestDigest(), request.fresh(), header, now())
        .params(spent)
        .update();
    var number = jdbc.sql(NEWEST).params(file(job)).query(Long.class).single();
    jdbc.sql(ABANDON).params(now(), number).params(file(job)).update();
    return new Run.Begun(
        find(number), Run.Beginning.NEW, last.map(it -> List.of(it.run())).orElse(List.of()));
  }

  /** The run that {@link #begin} would continue. */
  public Optional<Run> unfinished(Run.Request request) {
    return last(request).filter(last -> last.sameAs(request)).map(last -> find(last.run()));
  }

  /** The job's last run with {@code --fresh}, unless it finished. */
  public Optional<Run.Unfinished> unfinishedFresh(Run.Request request) {
    return jdbc.sql(UNFINISHED_FRESH)
        .param(request.job().name())
        .params(file(request.job()))
        .param(request.input())
        .query((line, n) -> new Run.Unfinished(
            line.getLong("run"),
            line.getInt("edition"),
            line.getTimestamp("started_at").toInstant()))
        .optional();
  }

  /** Closes a run in good order: the job's next start has a whole budget. */
  public void end(Run run, boolean finished) {
    jdbc.sql(END)
        .param("run", run.number())
        .param("at", now())
        .param("ending", finished ? "finished" : "unfinished")
        .update();
  }

  /** What the job's next run has used of its budget before it begins: all since an orderly end. */
  public Usage carried(Run.Job job) {
    return jdbc.sql(CARRIED)
        .param(job.name())
        .query(
            (line, n) -> new Usage(line.getLong("renders"), Money.of(line.getBigDecimal("money"))))
        .single();
  }

  /** Whether the same command would continue it. */
  public boolean unfinished(Run run) {
    return jdbc.sql(UNFINISHED).param(run.number()).query(Long.class).single() > 0;
  }

  /** Whether it has not ended: it was killed or has failed, or is on. */
  public boolean isOpen(Run run) {
    return jdbc.sql(OPEN).param(run.number()).query(Long.class).single() > 0;
  }

  /** The newest run of a job file, however it ended. */
  public Optional<Run> last(Run.Job job) {
    return jdbc.sql(NEWEST).params(file(job)).query(Long.class).optional().map(this::find);
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

  private Optional<Line> last(Run.Request request) {
    return jdbc.sql(LAST).params(file(request.job())).query(Line::read).optional();
  }

  private static List<Object> file(Run.Job job) {
    return List.of(job.file(), job.givenAs());
  }

  /** A run that may be continued. */
  private record Line(long run, String inputDigest, String requestDigest, boolean fresh) {
    static Line read(ResultSet line, int number) throws SQLException {
      return new Line(
          line.getLong("run"),
          line.getString("input_digest"),
          line.getString("request_digest"),
          line.getBoolean("fresh"));
    }

    boolean sameAs(Run.Request request) {
      return inputDigest.equals(request.inputDigest())
          && requestDigest.equals(request.requestDigest())
          && fresh == request.fresh();
    }
  }
}
