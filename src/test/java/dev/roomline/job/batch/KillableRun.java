package dev.roomline.job.batch;

import dev.roomline.campaign.KillPoints;
import dev.roomline.job.JobFolder;
import dev.roomline.job.run.RetryOrder;
import dev.roomline.job.run.RunExecution;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Runs;
import dev.roomline.output.OutputFolder;
import dev.roomline.render.Renderer;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.results.ShownResults;
import dev.roomline.rooms.RoomList;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A run like that of {@link RunExecution}, with the same {@link RunConfiguration parts}. It has a
 * bare loop instead of Spring Batch, so that it starts fast enough to be killed thousands of times.
 * Its only hook is its data source, which counts each {@link KillPoints durable step}.
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
  private final DataSource dataSource;
  private final TransactionTemplate transactions;
  private final Ledger ledger;

  private KillableRun(
      JobRequest request,
      @Nullable RetryOrder retryOrder,
      RoomList roomList,
      DataSource dataSource) {
    this.request = request;
    this.retryOrder = retryOrder;
    this.roomList = roomList;
    this.dataSource = dataSource;
    var manager = new DataSourceTransactionManager(dataSource);
    this.transactions = new TransactionTemplate(manager);
    var endpoint = request.access().endpoint();
    this.ledger =
        new Ledger(dataSource, manager, endpoint.id(), request.timing().clock());
  }

  /**
   * The process that is killed. Arguments: its folder, the durable step at which it blocks, and
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

  private void run(KillPoints steps) throws Exception {
    say(UNSURE_PREFIX + ledger.markOpenClaimsUnsure());
    var runs = new Runs(dataSource, request.timing().clock());
    var run = runs.begin(
            JobSettings.request(request, roomList), CsvLayout.of(roomList).asJson())
        .run();
    if (retryOrder != null) retryOrder.decide(ledger, new ResultTable(dataSource, run.number()));
    var repurchase = retryOrder == null ? JobSettings.again(request.jobFile()) : retryOrder.again();
    try (var parts = new AnnotationConfigApplicationContext()) {
      BatchLauncher.supply(
          parts.getBeanFactory(), request, roomList, ledger, run, repurchase, dataSource);
      parts.register(RunConfiguration.class);
      parts.refresh();
      follow(parts, steps);
      runs.end(run, true);
    }
  }

  /** The steps of {@link RenderJob}. */
  private void follow(BeanFactory parts, KillPoints steps) throws Exception {
    var renderer = parts.getBean(Renderer.class);
    var writer = parts.getBean(ResultTableWriter.class);
    renderer.resume();
    var window = parts.getBean(ReadAheadReader.class);
    window.open(new ExecutionContext());
    step(window, parts.getBean(RenderProcessor.class), writer);
    window.close();
    renderer.awaitAll();
    step(parts.getBean(WaitingRowReader.class), parts.getBean(CollectProcessor.class), writer);
    var results = parts.getBean(ShownResults.class);
    var output = parts.getBean(OutputFolder.class);
    var published = parts.getBean(ResultPublisher.class).occasion().get();
    output.publish(results, steps.countingCommits(output.outputs(results.totals(), published)));
  }

  private <T> void step(
      ItemReader<T> reader, ItemProcessor<T, ResultRow> processor, ResultTableWriter writer)
      throws Exception {
    for (var chunk = chunk(reader, processor); !chunk.isEmpty(); chunk = chunk(reader, processor)) {
      var rows = chunk;
      transactions.executeWithoutResult(tx -> writer.write(rows));
    }
  }

  private static <T> Chunk<ResultRow> chunk(
      ItemReader<T> reader, ItemProcessor<T, ResultRow> processor) throws Exception {
    var chunk = new Chunk<ResultRow>();
    for (@Nullable T next = reader.read(); next != null; next = reader.read()) {
      chunk.add(processor.process(next));
      if (chunk.size() == CHUNK) break;
    }
    return chunk;
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
