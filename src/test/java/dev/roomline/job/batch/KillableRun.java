package dev.roomline.job.batch;

import dev.roomline.campaign.KillPoints;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.job.JobFolder;
import dev.roomline.job.run.RetryOrder;
import dev.roomline.job.run.RunExecution;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.render.Renderer;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomList;
import dev.roomline.rooms.RoomNames;
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
 * A run as {@link RunExecution} leads it, with a bare loop where Spring Batch would be, so that it
 * starts fast enough to be killed by the thousand. It has no hook but its books, which it tells of
 * each {@link KillPoints durable step}.
 */
public final class KillableRun {
  public static final String HELD = "held";
  public static final String UNSURE_PREFIX = "now unsure: ";
  public static final String DONE = "done";
  private static final int CHUNK = 6;

  public static final String RETRY = "retry";

  private final JobRequest request;
  private final @Nullable RetryOrder retryOrder;
  private final RoomList roomList;
  private final DataSource books;
  private final TransactionTemplate transactions;
  private final Ledger ledger;

  private KillableRun(
      JobRequest request, @Nullable RetryOrder retryOrder, RoomList roomList, DataSource books) {
    this.request = request;
    this.retryOrder = retryOrder;
    this.roomList = roomList;
    this.books = books;
    var manager = new DataSourceTransactionManager(books);
    this.transactions = new TransactionTemplate(manager);
    var endpoint = request.access().endpoint();
    this.ledger = new Ledger(books, manager, endpoint.id(), request.timing().clock());
  }

  /**
   * The process that is killed: its folder, the durable step at which it stops and says so, and
   * {@code retry} if it is one.
   */
  public static void main(String... args) throws Exception {
    var request = new JobFolder(Path.of(args[0])).command(false, OptionalLong.empty());
    var jobFile = request.jobFile();
    var roomList =
        RoomList.check(jobFile.rooms().input(), JobSettings.rows(jobFile, request.access()));
    var retryOrder = args.length > 2 ? retry(request) : null;
    var steps = new KillPoints(args[1]);
    steps.watchFiles(jobFile.state().resolve("pictures/incoming"));
    var lock = new StateFolder(jobFile.state()).lock(Duration.ZERO);
    if (lock.isEmpty()) {
      say(HELD);
      return;
    }
    try (var held = lock.get();
        Database database = held.open(16)) {
      new KillableRun(request, retryOrder, roomList, steps.countingCommits(database.source()))
          .run(steps);
    }
    say(DONE);
  }

  private static RetryOrder retry(JobRequest request) throws InterruptedException {
    var job = JobFolder.retryJob(request);
    return job.retry(job.offer(JobFolder.choice()), "anna", "retry");
  }

  private void run(KillPoints steps) throws InterruptedException, IOException {
    say(UNSURE_PREFIX + ledger.markOpenClaimsUnsure());
    var runs = new Runs(books, request.timing().clock());
    var run = runs.begin(
            JobSettings.request(request, roomList), CsvLayout.of(roomList).asJson())
        .run();
    var table = new ResultTable(books, run.number());
    if (retryOrder != null) retryOrder.decide(ledger, table);
    var repurchase = retryOrder == null ? JobSettings.again(request.jobFile()) : retryOrder.again();
    var settings = JobSettings.render(request, run, repurchase);
    var access = request.access();
    try (var client = new EndpointClient(access.endpoint(), access.key());
        var pictureStore = JobSettings.shelf(request);
        var renderer = new Renderer(ledger, pictureStore, client, settings, run)) {
      renderer.resume();
      render(renderer, table, run);
      new CollectStep(renderer, ledger, table, run).execute(null, null);
      var now = Instant.now();
      var occasion = new PublishedRun("light", run.number(), now, now, List.of());
      var output = new OutputFolder(sheetsOutput(), CsvLayout.of(roomList), pictureStore);
      output.publish(table, steps.countingCommits(output.outputs(table.totals(), occasion)));
      runs.end(run, true);
    }
  }

  private void render(Renderer renderer, ResultTable table, Run run) throws InterruptedException {
    var extent = new ReadAheadReader.Extent(64, table.done(), () -> false);
    var window =
        new ReadAheadReader(roomList, renderer, new ProgressCounter(roomList.renders()), extent);
    var text = new StopReasonText(request, run);
    var processor = new RenderProcessor(window, run, RoomNames.of(roomList.header()), text);
    window.open(new ExecutionContext());
    for (var chunk = chunk(window, processor); !chunk.isEmpty(); chunk = chunk(window, processor)) {
      var lines = chunk;
      transactions.executeWithoutResult(tx -> table.write(lines));
    }
    window.close();
  }

  private static List<ResultRow> chunk(ReadAheadReader window, RenderProcessor processor)
      throws InterruptedException {
    var chunk = new ArrayList<ResultRow>();
    for (@Nullable PendingRow next = window.read(); next != null; next = window.read()) {
      chunk.add(processor.process(next));
      if (chunk.size() == CHUNK) break;
    }
    return chunk;
  }

  private Path sheetsOutput() {
    return request.jobFile().output();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
