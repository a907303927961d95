package dev.roomline.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.job.JobFolder;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.render.Renderer;
import dev.roomline.results.PictureNaming;
import dev.roomline.results.ResultRow;
import dev.roomline.rooms.RoomList;
import dev.roomline.rooms.RoomNames;
import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.state.Database;
import dev.roomline.state.StateLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class ReadAheadReaderTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private final BitSet done = new BitSet();
  private final AtomicBoolean cutShort = new AtomicBoolean();
  private JobFolder job;
  private StateLock lock;
  private Database database;
  private EndpointClient client;
  private Renderer renderer;
  private Run run;
  private Ledger ledger;

  @BeforeEach
  void open() throws Exception {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
    var request = job.command(false, OptionalLong.empty());
    var endpoint = request.access().endpoint();
    var clock = request.timing().clock();
    lock = job.state().lock(Duration.ZERO).orElseThrow();
    database = lock.open(4);
    ledger = new Ledger(database.source(), database.transactions(), endpoint.id(), clock);
    run = new Runs(database.source(), clock)
        .begin(
            new Run.Request(
                new Run.Job("nightly", "nightly.yml", "nightly.yml"), "rooms.csv", "i", "r", false),
            "[]")
        .run();
    client = new EndpointClient(endpoint, request.access().key());
    renderer = new Renderer(
        ledger, JobSettings.pictureStore(request), client, JobSettings.render(request, run), run);
  }

  @AfterEach
  void close() throws Exception {
    renderer.awaitAll(); // or a picture may yet come into the folder that is to be deleted
    renderer.close();
    client.close();
    database.close();
    lock.close();
  }

  @Test
  void keepsTheOrderOfTheFileThoughLaterRowsFinishFirst() throws Exception {
    job.prompts("[sandbox slow]", "b", "c", "d", "e");

    assertThat(rows(window(10))).containsExactly(2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void passesOverRowsThatHaveTheirResults() throws Exception {
    job.rooms(5);
    done.set(2, 5);

    assertThat(rows(window(10))).containsExactly(5L, 6L);
    assertThat(provider.creates()).isEqualTo(2);
  }

  @Test
  void beginsRowsUntilSoManyWaitToBeSent() throws Exception {
    job.prompts(oneSlowAmong(20));

    window(3).read();

    assertThat(renderer.waiting()).isEqualTo(3);
  }

  @Test
  void keepsBeginningRowsWhileOneHoldsUpTheRest() throws Exception {
    job.prompts(
        Stream.concat(Stream.of("proof"), Stream.of(oneSlowAmong(20))).toArray(String[]::new));
    var window = window(3);
    process(window.read(), window);

    process(window.read(), window);

    assertThat(provider.creates()).isEqualTo(1 + 20);
    window.close();
  }

  @Test
  void handsOnWhatIsInsideWhenCutShortAndReadsNoFurther() throws Exception {
    job.prompts(oneSlowAmong(20));
    var window = window(3);
    var first = window.read();

    cutShort.set(true);

    assertThat(process(first, window).position().row()).isEqualTo(2);
    assertThat(rows(window)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L); // 4 at work, 3 waiting
  }

  private ReadAheadReader window(int width) {
    var request = job.command(false, OptionalLong.empty());
    var roomList = RoomList.check(
        request.jobFile().rooms().input(), JobSettings.rows(request.jobFile(), request.access()));
    var extent = new ReadAheadReader.Extent(width, done, cutShort::get);
    var window = new ReadAheadReader(roomList, renderer, new ProgressCounter(0), extent);
    window.open(new ExecutionContext());
    return window;
  }

  private ResultRow process(PendingRow row, ReadAheadReader window) throws InterruptedException {
    var text = new StopReasonText(job.command(false, OptionalLong.empty()), run);
    var names = new PictureNaming(RoomNames.of(List.of("init_image")), ledger);
    return new RenderProcessor(window, run, names, text).process(row);
  }

  private List<Long> rows(ReadAheadReader window) throws InterruptedException {
    var rows = new ArrayList<Long>();
    for (var pending = window.read(); pending != null; pending = window.read()) {
      rows.add(process(pending, window).position().row());
    }
    window.close();
    return rows;
  }

  private static String[] oneSlowAmong(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> n == 0 ? "[sandbox slow]" : "room " + n)
        .toArray(String[]::new);
  }
}
