package dev.roomline.job.run;

import dev.roomline.domain.StorageFailure;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.failure.BrokenRun;
import dev.roomline.failure.Failures;
import dev.roomline.job.batch.Corridor;
import dev.roomline.job.batch.Launch;
import dev.roomline.job.batch.Stations;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.Closing;
import dev.roomline.job.session.LostState;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Bills;
import dev.roomline.ledger.Lately;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletBook;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Budget;
import dev.roomline.render.Renderer;
import dev.roomline.render.Withdrawal;
import dev.roomline.results.Layout;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.Database;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One run, once the state is ours: taken up, led through the corridor, ended in the books. */
public final class HeldRun {
  private final RunCommand command;
  private final RoomsFile file;
  private final Database books;
  private final Consumer<String> news;

  /**
   * What a run is given besides its command.
   *
   * @param closing when it has to end
   * @param pings who is told of it
   * @param retry what a person wants bought once more; null in a plain run
   */
  record Around(Closing closing, Pings pings, @Nullable Retry retry) {}

  HeldRun(RunCommand command, RoomsFile file, Database books, Consumer<String> news) {
    this.command = command;
    this.file = file;
    this.books = books;
    this.news = news;
  }

  /**
   * Runs it.
   *
   * @throws StorageFailure if the books cannot be used
   * @throws BrokenRun if they failed in mid-run, so that not even a report can be drawn up
   */
  RunReport run(StopSwitch stop, Heartbeat heartbeat, Around around) throws InterruptedException {
    try {
      return lead(stop, heartbeat, around);
    } catch (DataAccessException | TransactionException e) {
      throw new StorageFailure(command.sheet().state(), e);
    }
  }

  private RunReport lead(StopSwitch stop, Heartbeat heartbeat, Around around)
      throws InterruptedException {
    var started = System.nanoTime();
    var endpoint = command.counter().endpoint();
    var clock = command.pulse().clock();
    var ledger = new Ledger(books.source(), books.transactions(), endpoint.boughtAt(), clock);
    var run = takeUp(ledger);
    var retry = around.retry();
    if (retry != null) retry.decide(ledger, new ResultTable(books.source(), run.number()));
    var settings = settings(run, retry);
    tellIfNothingIsLeft(ledger, run, settings.budget());
    try (var client = new EndpointClient(endpoint, command.counter().key());
        var shelf = Assembly.shelf(command);
        var renderer = new Renderer(ledger, shelf, client, settings, run)) {
      var wallet = new WalletCheck(command, new WalletBook(books.source()), client, run);
      var corridor =
          new Stations(command, file, books, run).join(renderer, ledger, shelf, heartbeat);
      var stopping = new Stopping(renderer, command.grace(), news);
      begin(around, renderer, run);
      stop.heardBy(stopping::interrupt);
      wallet.before();
      renderer.resume();
      var failure = Launch.run(corridor, books, run);
      if (failure.isPresent()) {
        stopping.saveWhatIsThere(failure.get(), corridor);
      } else {
        withdraw(new Withdrawal(ledger, client, settings.limits(), renderer.buying()));
        if (!renderer.buying().lettingGo()) wallet.after();
      }
      stop.unheard();
      var broken = failure.map(cause -> broken(cause, renderer));
      var ending = new Ending(
          renderer.buying().reasons(), stop.pulledAs(), broken.map(Throwable.class::cast));
      try {
        return end(run, corridor, ending, wallet)
            .report(ending, extent(corridor, retry), since(started));
      } catch (DataAccessException | TransactionException e) {
        throw broken.isPresent() ? broken.get() : e;
      }
    }
  }

  private Run takeUp(Ledger ledger) {
    var runs = runs();
    var lost = new LostState(command);
    lost.check(books, runs).ifPresent(news);
    closeClaimsOfTheDead(ledger);
    var run = begin(runs);
    lost.remember(books, run);
    return run;
  }

  private void begin(Around around, Renderer renderer, Run run) {
    var lately = new Lately(books.source(), command.counter().endpoint().boughtAt());
    var patience = command.sheet().limits().patience();
    around.closing().begin(renderer, () -> lately.renders(patience)).ifPresent(news);
    around.pings().begun(run);
  }

  private Reporting end(Run run, Corridor corridor, Ending ending, WalletCheck wallet) {
    runs().end(run, ending.failure().isEmpty() && corridor.finished());
    var bill = new Bills(books.source()).of(run.number());
    return new Reporting(command, run, corridor.table(), new Reckoning(bill, wallet.readings()));
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Runs runs() {
    return new Runs(books.source(), command.pulse().clock());
  }

  private BrokenRun broken(Throwable cause, Renderer renderer) {
    var placed =
        Failures.ofBooks(cause) ? new StorageFailure(command.sheet().state(), cause) : cause;
    return new BrokenRun(placed, renderer.progress().sent(), renderer.unwritten());
  }

  private RenderSettings settings(Run run, @Nullable Retry retry) {
    return retry == null
        ? Assembly.render(command, run)
        : Assembly.render(command, run, retry.again());
  }

  private Reporting.Extent extent(Corridor corridor, @Nullable Retry retry) {
    var aside = retry == null ? 0 : retry.aside(corridor.table());
    return new Reporting.Extent(file.rows(), corridor.tally().expected(), aside);
  }

  private void closeClaimsOfTheDead(Ledger ledger) {
    var dead = ledger.closeOpenClaims();
    if (dead > 0) {
      news.accept("on their way when the last run was killed, now unsure: " + dead);
    }
  }

  private void tellIfNothingIsLeft(Ledger ledger, Run run, Budget budget) {
    var balance = ledger.balance(run.number(), budget.allowance());
    if (budget.allowance().left(balance) > 0) return;
    news.accept(budget.words().apply(balance) + ": nothing is bought this time");
  }

  private Run begin(Runs runs) {
    var begun = runs.begin(Assembly.request(command, file), Layout.of(file).asJson());
    begun
        .abandoned()
        .forEach(old ->
            news.accept("run " + old + " did not finish and asked for something else: closed"));
    var verb = begun.beginning() == Run.Beginning.CONTINUED ? "going on with run " : "run ";
    news.accept(verb + begun.run().number() + ": " + rows());
    return begun.run();
  }

  private String rows() {
    var rows = file.rows() + " rows";
    return file.renders() == file.rows() ? rows : rows + ", " + file.renders() + " renders";
  }

  private void withdraw(Withdrawal withdrawal) throws InterruptedException {
    if (!command.sheet().uploads().delete()) return;
    var done = withdrawal.withdraw();
    if (done.deleted() > 0) news.accept("uploaded photos deleted again: " + done.deleted());
    if (done.left() > 0) {
      news.accept("uploaded photos not deleted yet: " + done.left() + "; the next run tries again");
    }
  }
}
