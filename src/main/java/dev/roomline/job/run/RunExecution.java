package dev.roomline.job.run;

import dev.roomline.domain.Quantity;
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
import dev.roomline.ledger.EndpointNames;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.RenderTimes;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.ledger.Runs;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason.BudgetUsed;
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

/** One run in a locked state: begun or continued, carried out, and ended in the ledger. */
public final class RunExecution {
  private final JobRequest request;
  private final RoomList roomList;
  private final Database database;
  private final Consumer<String> news;

  /**
   * What a run is given besides its command.
   *
   * @param windowEnd when it has to end
   * @param monitorNotifier tells the monitor about it
   * @param retryOrder what a person wants rendered again; null in a plain run
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
   * Runs the job.
   *
   * @throws StorageException if the database cannot be used
   * @throws RunFailedException if it failed during the run, so that there is not even a report
   */
  RunReport run(StopRequest stop, ProgressReporter progressReporter, RunContext runContext)
      throws InterruptedException {
    try {
      return carryOut(stop, progressReporter, runContext);
    } catch (DataAccessException | TransactionException e) {
      throw new StorageException(request.jobFile().state(), e);
    }
  }

  private RunReport carryOut(
      StopRequest stop, ProgressReporter progressReporter, RunContext runContext)
      throws InterruptedException {
    var started = System.nanoTime();
    var ledger = ledger();
    var run = beginOrContinue(ledger);
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
      tellIfBudgetIsUsedUp(ledger, run, parts.get(RenderSettings.class).budget());
      var renderer = parts.get(Renderer.class);
      progressReporter.start(
          renderer, parts.get(ProgressCounter.class), extent(parts.get(ReadAheadReader.class)));
      begin(runContext, renderer, run);
      renderer.buying().onPause(news);
      stop.register(new GracefulStop(renderer, request.grace(), news)::interrupt);
      var failure = failure(parts.run(run), renderer);
      stop.unregister();
      var runEnd = new RunEnd(
          renderer.buying().reasons(), stop.requestedAs(), failure.map(Throwable.class::cast));
      try {
        return end(run, parts, runEnd).report(runEnd, extent(parts, retryOrder), since(started));
      } catch (DataAccessException | TransactionException e) {
        throw failure.isPresent() ? failure.get() : e;
      }
    }
  }

  private Ledger ledger() {
    return new Ledger(
        database.source(),
        database.transactions(),
        endpointName(),
        request.timing().clock());
  }

  private String endpointName() {
    return EndpointNames.known(database.source(), request.access().endpoint().ids());
  }

  private Run beginOrContinue(Ledger ledger) {
    var runs = runs();
    var lost =
        new StateMismatchCheck(request.jobFile(), request.access().endpoint(), request.fresh());
    lost.check(database, runs).ifPresent(news);
    markClaimsOfKilledRunsUnsure(ledger);
    var run = new RunBeginning(request, roomList, news).begin(runs);
    lost.remember(database, run);
    return run;
  }

  private void begin(RunContext runContext, Renderer renderer, Run run) {
    var renderTimes = new RenderTimes(database.source(), endpointName());
    var patience = request.jobFile().limits().patience();
    runContext.windowEnd().begin(renderer, () -> renderTimes.renders(patience)).ifPresent(news);
    runContext.monitorNotifier().started(run);
  }

  private RunReportBuilder end(Run run, BatchLauncher parts, RunEnd runEnd) {
    var results = parts.get(ResultTable.class);
    // A run that failed has not ended in good order, so its next start has only what is left.
    if (runEnd.failure().isEmpty()) runs().end(run, isFinished(parts));
    var costs = new CostQuery(database.source()).of(run.number());
    var readings = parts.get(WalletReader.class).readings();
    return new RunReportBuilder(request, run, results, new RunCostReport(costs, readings));
  }

  /** Whether every row has its lines and none waits to be paid for. */
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

  private Optional<RunFailedException> failure(List<Throwable> failures, Renderer renderer) {
    var first = FailureAnalyzer.mostImportant(failures);
    first.ifPresent(reported -> tellOtherFailures(failures, reported));
    return first.map(cause -> {
      var placed = FailureAnalyzer.isOfDatabase(cause)
          ? new StorageException(request.jobFile().state(), cause)
          : cause;
      return new RunFailedException(
          placed, renderer.progress().sent(), renderer.unrecordedAnswers());
    });
  }

  private void tellOtherFailures(List<Throwable> failures, Throwable reported) {
    failures.stream()
        .filter(it -> !FailureAnalyzer.isOfDatabase(it))
        .map(FailureAnalyzer::message)
        .filter(message -> !message.equals(FailureAnalyzer.message(reported)))
        .distinct()
        .forEach(message -> news.accept("Another problem in this run: " + message));
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

  private void markClaimsOfKilledRunsUnsure(Ledger ledger) {
    var dead = ledger.markOpenClaimsUnsure();
    if (dead > 0) {
      news.accept("%s in flight when the last run was killed: may have been charged, now unsure"
          .formatted(Quantity.of(dead, "render") + Quantity.noun(dead, " was", " were")));
    }
  }

  private void tellIfBudgetIsUsedUp(Ledger ledger, Run run, BudgetLimits budget) {
    var usage = ledger.usage(run.number(), budget);
    if (budget.left(usage) > 0) return;
    var why = new StopReasonText(request, run).of(new BudgetUsed(usage));
    news.accept(why + ": nothing is paid for in this run");
  }
}
