package dev.roomline.job;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.images.Shelf;
import dev.roomline.ledger.Bills;
import dev.roomline.ledger.Lately;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.WalletBook;
import dev.roomline.render.Buying;
import dev.roomline.render.RenderSettings.Budget;
import dev.roomline.render.Renderer;
import dev.roomline.render.Withdrawal;
import dev.roomline.room.StorageFailure;
import dev.roomline.rows.RoomNames;
import dev.roomline.rows.RoomsFile;
import dev.roomline.state.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One run, once the state is ours: taken up, led through the corridor, ended in the books. */
final class HeldRun {
  private final RunCommand command;
  private final RoomsFile file;
  private final Database books;
  private final Consumer<String> news;

  /** When it has to end, and who is told of it. */
  record Around(Closing closing, Pings pings) {}

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
    var runs = new Runs(books.source(), clock);
    var lost = new LostState(command);
    lost.check(books, runs).ifPresent(news);
    closeClaimsOfTheDead(ledger);
    var run = begin(runs);
    lost.remember(books, run);
    var settings = Assembly.render(command, run);
    tellIfNothingIsLeft(ledger, run, settings.budget());
    try (var client = new EndpointClient(endpoint, command.counter().key());
        var shelf = Assembly.shelf(command);
        var renderer = new Renderer(ledger, shelf, client, settings, run)) {
      var wallet = new WalletCheck(command, new WalletBook(books.source()), client, run);
      var corridor = corridor(renderer, ledger, shelf, run, heartbeat);
      var lately = new Lately(books.source(), endpoint.boughtAt());
      around
          .closing()
          .begin(renderer, () -> lately.renders(settings.patience()))
          .ifPresent(news);
      around.pings().begun(run);
      stop.heardBy(() -> interrupt(renderer));
      wallet.before();
      renderer.resume();
      var failure = Launch.run(corridor, books, run);
      failure.ifPresent(cause -> saveWhatIsThere(cause, renderer, corridor));
      if (failure.isEmpty()) {
        withdraw(new Withdrawal(ledger, client, settings.limits(), renderer.buying()));
      }
      if (failure.isEmpty() && !renderer.buying().lettingGo()) wallet.after();
      stop.unheard();
      var broken = failure.map(cause -> broken(cause, renderer));
      try {
        runs.end(run, failure.isEmpty() && corridor.finished());
        var ending = new Ending(
            renderer.buying().reasons(), stop.pulledAs(), broken.map(Throwable.class::cast));
        return reporting(run, wallet, corridor)
            .report(
                ending,
                new Reporting.Extent(file.rows(), corridor.tally().expected()),
                Duration.ofNanos(System.nanoTime() - started));
      } catch (DataAccessException | TransactionException e) {
        throw broken.isPresent() ? broken.get() : e;
      }
    }
  }

  private Reporting reporting(Run run, WalletCheck wallet, Corridor corridor) {
    var bill = new Bills(books.source()).of(run.number());
    return new Reporting(command, run, corridor.table(), new Reckoning(bill, wallet.readings()));
  }

  private BrokenRun broken(Throwable cause, Renderer renderer) {
    var placed =
        Failures.ofBooks(cause) ? new StorageFailure(command.sheet().state(), cause) : cause;
    return new BrokenRun(placed, renderer.sent(), renderer.unwritten());
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

  private Corridor corridor(
      Renderer renderer, Ledger ledger, Shelf shelf, Run run, Heartbeat heartbeat) {
    var table = new ResultTable(books.source(), run.number());
    var tally = new Tally(file.renders());
    var done = table.done();
    var limits = command.sheet().limits();
    heartbeat.start(
        renderer,
        tally,
        new Heartbeat.Extent(file.rows(), done.cardinality(), limits.requestsPerMinute()));
    var processor = new RenderProcessor(renderer, run, tally, RoomNames.of(file.header()));
    var buying = renderer.buying();
    var extent = new RenderWindow.Extent(
        limits.window(),
        renderer::waiting,
        done,
        () -> !buying.open() && buying.reasons().containsKey(Buying.Why.SIGNAL));
    var output = new Publication(command.sheet().output(), Layout.of(file), shelf);
    return new Corridor(
        new RenderWindow(file, processor, extent),
        processor,
        table,
        new CollectStep(renderer, ledger, table, run),
        output,
        () -> occasion(run, renderer),
        tally);
  }

  private Occasion occasion(Run run, Renderer renderer) {
    var words = List.copyOf(renderer.buying().reasons().values());
    var now = command.pulse().clock().instant();
    return new Occasion(command.sheet().name(), run.number(), run.started(), now, words);
  }

  private void withdraw(Withdrawal withdrawal) throws InterruptedException {
    if (!command.sheet().uploads().delete()) return;
    var done = withdrawal.withdraw();
    if (done.deleted() > 0) news.accept("uploaded photos deleted again: " + done.deleted());
    if (done.left() > 0) {
      news.accept("uploaded photos not deleted yet: " + done.left() + "; the next run tries again");
    }
  }

  /** Stops the buying at once and the waiting after the grace. */
  private void interrupt(Renderer renderer) {
    var grace = command.grace();
    renderer.buying().stop(Buying.Why.SIGNAL, "interrupted; the same command goes on from here");
    var pictures = renderer.fetching() == 0 ? "" : " and " + renderer.fetching() + " pictures";
    news.accept("Finishing %d renders%s (up to %d s); kill -9 is safe too"
        .formatted(renderer.inFlight(), pictures, grace.toSeconds()));
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(renderer.buying()::letGo);
  }

  /** The job broke; calls in flight may still answer, and what is in the table can be printed. */
  private void saveWhatIsThere(Throwable cause, Renderer renderer, Corridor corridor) {
    renderer.buying().stop(Buying.Why.BROKEN, "the run broke");
    CompletableFuture.delayedExecutor(command.grace().toMillis(), TimeUnit.MILLISECONDS)
        .execute(renderer.buying()::letGo);
    try {
      renderer.awaitAll();
    } catch (InterruptedException | RuntimeException e) {
      // The first failure is the one to report.
    }
    try {
      corridor.publish();
    } catch (RuntimeException e) {
      var words = Failures.message(e);
      if (Failures.ofBooks(e) || words.equals(Failures.message(cause))) return; // told anyway
      news.accept("the output is not complete: " + words);
    }
  }
}
