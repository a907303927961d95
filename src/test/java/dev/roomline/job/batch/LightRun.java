package dev.roomline.job.batch;

import dev.roomline.campaign.DurableSteps;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.job.JobFolder;
import dev.roomline.job.run.HeldRun;
import dev.roomline.job.run.Retry;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.output.Occasion;
import dev.roomline.output.Publication;
import dev.roomline.render.Renderer;
import dev.roomline.results.Layout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomNames;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A run as {@link HeldRun} leads it, with a bare loop where Spring Batch would be, so that it
 * starts fast enough to be killed by the thousand. It has no hook but its books, which it tells of
 * each {@link DurableSteps durable step}.
 */
public final class LightRun {
  public static final String HELD = "held";
  public static final String UNSURE = "now unsure: ";
  public static final String DONE = "done";
  private static final int CHUNK = 6;

  public static final String RETRY = "retry";

  private final RunCommand command;
  private final @Nullable Retry retry;
  private final RoomsFile file;
  private final DataSource books;
  private final TransactionTemplate transactions;
  private final Ledger ledger;

  private LightRun(RunCommand command, @Nullable Retry retry, RoomsFile file, DataSource books) {
    this.command = command;
    this.retry = retry;
    this.file = file;
    this.books = books;
    var manager = new DataSourceTransactionManager(books);
    this.transactions = new TransactionTemplate(manager);
    var endpoint = command.counter().endpoint();
    this.ledger =
        new Ledger(books, manager, endpoint.boughtAt(), command.pulse().clock());
  }

  /**
   * The process that is killed: its folder, the durable step at which it stops and says so, and
   * {@code retry} if it is one.
   */
  public static void main(String... args) throws Exception {
    var command = new JobFolder(Path.of(args[0])).command(false, OptionalLong.empty());
    var sheet = command.sheet();
    var file = RoomsFile.check(sheet.rooms().input(), Assembly.rows(sheet, command.counter()));
    var retry = args.length > 2 ? retry(command) : null;
    var steps = new DurableSteps(Integer.parseInt(args[1]));
    steps.watch(sheet.state().resolve("pictures/incoming"));
    var lock = new StateFolder(sheet.state()).lock(Duration.ZERO);
    if (lock.isEmpty()) {
      say(HELD);
      return;
    }
    try (var held = lock.get();
        Database books = held.open(16)) {
      new LightRun(command, retry, file, steps.watching(books.source())).run();
    }
    say(DONE);
  }

  private static Retry retry(RunCommand command) throws InterruptedException {
    var job = JobFolder.retryJob(command);
    return job.retry(job.offer(JobFolder.choice()), "anna", "retry");
  }

  private void run() throws InterruptedException, IOException {
    say(UNSURE + ledger.closeOpenClaims());
    var runs = new Runs(books, command.pulse().clock());
    var run =
        runs.begin(Assembly.request(command, file), Layout.of(file).asJson()).run();
    var table = new ResultTable(books, run.number());
    if (retry != null) retry.decide(ledger, table);
    var again = retry == null ? Assembly.again(command.sheet()) : retry.again();
    var settings = Assembly.render(command, run, again);
    var counter = command.counter();
    try (var client = new EndpointClient(counter.endpoint(), counter.key());
        var shelf = Assembly.shelf(command);
        var renderer = new Renderer(ledger, shelf, client, settings, run)) {
      renderer.resume();
      render(renderer, table, run);
      new CollectStep(renderer, ledger, table, run).execute(null, null);
      var now = Instant.now();
      new Publication(sheetsOutput(), Layout.of(file), shelf)
          .publish(table, new Occasion("light", run.number(), now, now, List.of()));
      runs.end(run, true);
    }
  }

  private void render(Renderer renderer, ResultTable table, Run run) throws InterruptedException {
    var processor =
        new RenderProcessor(renderer, run, new Tally(file.renders()), RoomNames.of(file.header()));
    var extent = new RenderWindow.Extent(64, renderer::waiting, table.done(), () -> false);
    var window = new RenderWindow(file, processor, extent);
    window.open(new ExecutionContext());
    for (var chunk = chunk(window, processor); !chunk.isEmpty(); chunk = chunk(window, processor)) {
      var lines = chunk;
      transactions.executeWithoutResult(tx -> table.write(lines));
    }
    window.close();
  }

  private static List<ResultRow> chunk(RenderWindow window, RenderProcessor processor)
      throws InterruptedException {
    var chunk = new ArrayList<ResultRow>();
    for (@Nullable PendingRow next = window.read(); next != null; next = window.read()) {
      chunk.add(processor.process(next));
      if (chunk.size() == CHUNK) break;
    }
    return chunk;
  }

  private Path sheetsOutput() {
    return command.sheet().output();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
