package dev.roomline.job.run;

import dev.roomline.domain.StorageException;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.failure.RunFailedException;
import dev.roomline.job.batch.BatchLauncher;
import dev.roomline.job.batch.RunBeans;
import dev.roomline.job.batch.RunConfiguration;
import dev.roomline.job.session.BuyingWindowEnd;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateMismatchCheck;
import dev.roomline.ledger.CostQuery;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.RenderTimes;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletLog;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Budget;
import dev.roomline.render.Renderer;
import dev.roomline.render.UploadCleanup;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomList;
import dev.roomline.state.Database;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One run, once the state is ours: taken up, led through the corridor, ended in the books. */
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
    var endpoint = request.access().endpoint();
    var clock = request.timing().clock();
    var ledger = new Ledger(database.source(), database.transactions(), endpoint.boughtAt(), clock);
    var run = takeUp(ledger);
    var retryOrder = runContext.retryOrder();
    if (retryOrder != null)
      retryOrder.decide(ledger, new ResultTable(database.source(), run.number()));
    var settings = settings(run, retryOrder);
    tellIfNothingIsLeft(ledger, run, settings.budget());
    try (var client = new EndpointClient(endpoint, request.access().key());
        var pictureStore = JobSettings.shelf(request);
        var renderer = new Renderer(ledger, pictureStore, client, settings, run)) {
      var wallet = new WalletReader(request, new WalletLog(database.source()), client, run);
      var runBeans = new RunConfiguration(request, roomList, database, run)
          .join(renderer, ledger, pictureStore, progressReporter);
      var gracefulStop = new GracefulStop(renderer, request.grace(), news);
      begin(runContext, renderer, run);
      stop.register(gracefulStop::interrupt);
      wallet.before();
      renderer.resume();
      var failure = BatchLauncher.run(runBeans, database, run);
      if (failure.isPresent()) {
        gracefulStop.saveWhatIsThere(failure.get(), runBeans);
      } else {
        withdraw(new UploadCleanup(ledger, client, settings.limits(), renderer.buying()));
        if (!renderer.buying().lettingGo()) wallet.after();
      }
      stop.unregister();
      var broken = failure.map(cause -> broken(cause, renderer));
      var runEnd = new RunEnd(
          renderer.buying().reasons(), stop.requestedAs(), broken.map(Throwable.class::cast));
      try {
        return end(run, runBeans, runEnd, wallet)
            .report(runEnd, extent(runBeans, retryOrder), since(started));
      } catch (DataAccessException | TransactionException e) {
        throw broken.isPresent() ? broken.get() : e;
      }
    }
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
        new RenderTimes(database.source(), request.access().endpoint().boughtAt());
    var patience = request.jobFile().limits().patience();
    runContext.windowEnd().begin(renderer, () -> renderTimes.renders(patience)).ifPresent(news);
    runContext.monitorNotifier().started(run);
  }

  private RunReportBuilder end(Run run, RunBeans runBeans, RunEnd runEnd, WalletReader wallet) {
    runs().end(run, runEnd.failure().isEmpty() && runBeans.finished());
    var costs = new CostQuery(database.source()).of(run.number());
    return new RunReportBuilder(
        request, run, runBeans.table(), new RunCostReport(costs, wallet.readings()));
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Runs runs() {
    return new Runs(database.source(), request.timing().clock());
  }

  private RunFailedException broken(Throwable cause, Renderer renderer) {
    var placed = FailureAnalyzer.ofBooks(cause)
        ? new StorageException(request.jobFile().state(), cause)
        : cause;
    return new RunFailedException(placed, renderer.progress().sent(), renderer.unwritten());
  }

  private RenderSettings settings(Run run, @Nullable RetryOrder retryOrder) {
    return retryOrder == null
        ? JobSettings.render(request, run)
        : JobSettings.render(request, run, retryOrder.again());
  }

  private RunReportBuilder.Extent extent(RunBeans runBeans, @Nullable RetryOrder retryOrder) {
    var aside = retryOrder == null ? 0 : retryOrder.aside(runBeans.table());
    return new RunReportBuilder.Extent(roomList.rows(), runBeans.progress().expected(), aside);
  }

  private void closeClaimsOfTheDead(Ledger ledger) {
    var dead = ledger.markOpenClaimsUnsure();
    if (dead > 0) {
      news.accept("on their way when the last run was killed, now unsure: " + dead);
    }
  }

  private void tellIfNothingIsLeft(Ledger ledger, Run run, Budget budget) {
    var usage = ledger.balance(run.number(), budget.allowance());
    if (budget.allowance().left(usage) > 0) return;
    news.accept(budget.words().apply(usage) + ": nothing is bought this time");
  }

  private Run begin(Runs runs) {
    var begun = runs.begin(
        JobSettings.request(request, roomList), CsvLayout.of(roomList).asJson());
    begun
        .abandoned()
        .forEach(old ->
            news.accept("run " + old + " did not finish and asked for something else: closed"));
    var verb = begun.beginning() == Run.Beginning.CONTINUED ? "going on with run " : "run ";
    news.accept(verb + begun.run().number() + ": " + rows());
    return begun.run();
  }

  private String rows() {
    var rows = roomList.rows() + " rows";
    return roomList.renders() == roomList.rows()
        ? rows
        : rows + ", " + roomList.renders() + " renders";
  }

  private void withdraw(UploadCleanup uploadCleanup) throws InterruptedException {
    if (!request.jobFile().uploads().delete()) return;
    var done = uploadCleanup.withdraw();
    if (done.deleted() > 0) news.accept("uploaded photos deleted again: " + done.deleted());
    if (done.left() > 0) {
      news.accept("uploaded photos not deleted yet: " + done.left() + "; the next run tries again");
    }
  }
}
