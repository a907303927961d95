package dev.roomline.job.run;

import dev.roomline.domain.StorageException;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.failure.RunFailedException;
import dev.roomline.job.batch.BatchLauncher;
import dev.roomline.job.batch.ProgressCounter;
import dev.roomline.job.batch.ReadAheadReader;
import dev.roomline.job.batch.WalletReader;
import dev.roomline.job.session.BuyingWindowEnd;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateMismatchCheck;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.BudgetLimits;
import dev.roomline.ledger.CostQuery;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.RenderTimes;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason.BudgetUsed;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomList;
import dev.roomline.state.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One run, once the state is ours: taken up, led through its job, ended in the books. */
public final class RunExecution {
  private final JobRequest request;
  private final RoomList roomList;
  private final Database database;
  private final Consumer<String> news;

  /**
   * What a run is given besides its command.
   *
   * @param windowEnd when it has to end
   * @param monitorNotifier who is told of it
   * @param retryOrder what a person wants bought once more; null in a plain run
   */
  record RunContext(
      BuyingWindowEnd windowEnd,
      MonitorNotifier monitorNotifier,
      @Nullable RetryOrder retryOrder) {}

  RunExecution(JobRequest request, RoomList roomList, Database database, Consumer<String> news) {
    this.request = request;
    this.roomList = roomList;
    this.database = database;
    this.news = news;
  }

  /**
   * Runs it.
   *
   * @throws StorageException if the books cannot be used
   * @throws RunFailedException if they failed in mid-run, so that not even a report can be drawn up
   */
  RunReport run(StopRequest stop, ProgressReporter progressReporter, RunContext runContext)
      throws InterruptedException {
    try {
      return lead(stop, progressReporter, runContext);
    } catch (DataAccessException | TransactionException e) {
      throw new StorageException(request.jobFile().state(), e);
    }
  }

  private RunReport lead(StopRequest stop, ProgressReporter progressReporter, RunContext runContext)
      throws InterruptedException {
    var started = System.nanoTime();
    var ledger = ledger();
    var run = takeUp(ledger);
    var retryOrder = runContext.retryOrder();
    if (retryOrder != null)
      retryOrder.decide(ledger, new ResultTable(database.source(), run.number()));
    try (var parts = BatchLauncher.of(
        request,
        roomList,
        ledger,
        run,
        again(retryOrder),
        database.source(),
        database.transactions(),
        news)) {
      tellIfNothingIsLeft(ledger, run, parts.get(RenderSettings.class).budget());
      var renderer = parts.get(Renderer.class);
      progressReporter.start(
          renderer, parts.get(ProgressCounter.class), extent(parts.get(ReadAheadReader.class)));
      begin(runContext, renderer, run);
      renderer.buying().onPause(news);
      stop.register(new GracefulStop(renderer, request.grace(), news)::interrupt);
      var broken = broken(parts.run(run), renderer);
      stop.unregister();
      var runEnd = new RunEnd(
          renderer.buying().reasons(), stop.requestedAs(), broken.map(Throwable.class::cast));
      try {
        return end(run, parts, runEnd).report(runEnd, extent(parts, retryOrder), since(started));
      } catch (DataAccessException | TransactionException e) {
        throw broken.isPresent() ? broken.get() : e;
      }
    }
  }

  private Ledger ledger() {
    var name = request.access().endpoint().id();
    return new Ledger(
        database.source(), database.transactions(), name, request.timing().clock());
  }

  private Run takeUp(Ledger ledger) {
    var runs = runs();
    var lost =
        new StateMismatchCheck(request.jobFile(), request.access().endpoint(), request.fresh());
    lost.check(database, runs).ifPresent(news);
    closeClaimsOfTheDead(ledger);
    var run = begin(runs);
    lost.remember(database, run);
    return run;
  }

  private void begin(RunContext runContext, Renderer renderer, Run run) {
    var renderTimes =
        new RenderTimes(database.source(), request.access().endpoint().id());
    var patience = request.jobFile().limits().patience();
    runContext.windowEnd().begin(renderer, () -> renderTimes.renders(patience)).ifPresent(news);
    runContext.monitorNotifier().started(run);
  }

  private RunReportBuilder end(Run run, BatchLauncher parts, RunEnd runEnd) {
    var results = parts.get(ResultTable.class);
    runs().end(run, runEnd.failure().isEmpty() && isFinished(parts));
    var costs = new CostQuery(database.source()).of(run.number());
    var readings = parts.get(WalletReader.class).readings();
    return new RunReportBuilder(request, run, results, new RunCostReport(costs, readings));
  }

  /** Whether every row has its lines and none waits to be bought. */
  private static boolean isFinished(BatchLauncher parts) {
    return parts.get(ReadAheadReader.class).leftNothing()
        && parts.get(ResultTable.class).totals().settled();
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Runs runs() {
    return new Runs(database.source(), request.timing().clock());
  }

  private Optional<RunFailedException> broken(List<Throwable> failures, Renderer renderer) {
    var first = FailureAnalyzer.toTellFirst(failures);
    first.ifPresent(told -> tellTheOthers(failures, told));
    return first.map(cause -> {
      var placed = FailureAnalyzer.isOfDatabase(cause)
          ? new StorageException(request.jobFile().state(), cause)
          : cause;
      return new RunFailedException(
          placed, renderer.progress().sent(), renderer.unrecordedAnswers());
    });
  }

  private void tellTheOthers(List<Throwable> failures, Throwable told) {
    failures.stream()
        .filter(it -> !FailureAnalyzer.isOfDatabase(it))
        .map(FailureAnalyzer::message)
        .filter(words -> !words.equals(FailureAnalyzer.message(told)))
        .distinct()
        .forEach(words -> news.accept("the run also met this: " + words));
  }

  private Repurchase again(@Nullable RetryOrder retryOrder) {
    return retryOrder == null ? JobSettings.again(request.jobFile()) : retryOrder.again();
  }

  private ProgressReporter.Extent extent(ReadAheadReader window) {
    var allowed = request.jobFile().limits().requestsPerMinute();
    return new ProgressReporter.Extent(roomList.rows(), window.passedOver(), allowed);
  }

  private RunReportBuilder.Extent extent(BatchLauncher parts, @Nullable RetryOrder retryOrder) {
    var aside = retryOrder == null ? 0 : retryOrder.aside(parts.get(ResultTable.class));
    return new RunReportBuilder.Extent(
        roomList.rows(), parts.get(ProgressCounter.class).expected(), aside);
  }

  private void closeClaimsOfTheDead(Ledger ledger) {
    var dead = ledger.markOpenClaimsUnsure();
    if (dead > 0) {
      news.accept("on their way when the last run was killed, now unsure: " + dead);
    }
  }

  private void tellIfNothingIsLeft(Ledger ledger, Run run, BudgetLimits budget) {
    var usage = ledger.usage(run.number(), budget);
    if (budget.left(usage) > 0) return;
    var why = new StopReasonText(request, run).of(new BudgetUsed(usage));
    news.accept(why + ": nothing is bought this time");
  }

  private Run begin(Runs runs) {
    var begun = runs.begin(
        JobSettings.request(request, roomList), CsvLayout.of(roomList).asJson());
    begun
        .abandoned()
        .forEach(old ->
            news.accept("run " + old + " did not finish and asked for something else: closed"));
    var command = begun.beginning() == Run.Beginning.CONTINUED ? "going on with run " : "run ";
    news.accept(command + begun.run().number() + ": " + rows());
    return begun.run();
  }

  private String rows() {
    var rows = roomList.rows() + " rows";
    return roomList.renders() == roomList.rows()
        ? rows
        : rows + ", " + roomList.renders() + " renders";
  }
}
