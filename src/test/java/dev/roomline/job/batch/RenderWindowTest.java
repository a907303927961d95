package dev.roomline.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.job.JobFolder;
import dev.roomline.job.session.Assembly;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.render.Renderer;
import dev.roomline.rooms.RoomNames;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.sandbox.OpenSandbox;
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

class RenderWindowTest {
  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TempDir
  Path folder;

  private final BitSet done = new BitSet();
  private final AtomicBoolean cutShort = new AtomicBoolean();
  private JobFolder job;
  private StateLock lock;
  private Database books;
  private EndpointClient client;
  private Renderer renderer;
  private RenderProcessor processor;

  @BeforeEach
  void open() throws Exception {
    job = JobFolder.in(folder, vendor.open(OpenSandbox.quick()));
    var command = job.command(false, OptionalLong.empty());
    var endpoint = command.counter().endpoint();
    var clock = command.pulse().clock();
    lock = job.state().lock(Duration.ZERO).orElseThrow();
    books = lock.open(4);
    var ledger = new Ledger(books.source(), books.transactions(), endpoint.boughtAt(), clock);
    var run = new Runs(books.source(), clock)
        .begin(new Run.Request("nightly.yml", "rooms.csv", "i", "r", false), "[]")
        .run();
    client = new EndpointClient(endpoint, command.counter().key());
    renderer =
        new Renderer(ledger, Assembly.shelf(command), client, Assembly.render(command, run), run);
    processor =
        new RenderProcessor(renderer, run, new Tally(0), RoomNames.of(List.of("init_image")));
  }

  @AfterEach
  void close() {
    renderer.close();
    client.close();
    books.close();
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
    assertThat(vendor.creates()).isEqualTo(2);
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
    processor.process(window.read());

    processor.process(window.read());

    assertThat(vendor.creates()).isEqualTo(1 + 20);
    window.close();
  }

  @Test
  void handsOnWhatIsInsideWhenCutShortAndReadsNoFurther() throws Exception {
    job.prompts(oneSlowAmong(20));
    var window = window(3);
    var first = window.read();

    cutShort.set(true);

    assertThat(processor.process(first).place().row()).isEqualTo(2);
    assertThat(rows(window)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L); // 4 at work, 3 waiting
  }

  private RenderWindow window(int width) {
    var command = job.command(false, OptionalLong.empty());
    var file = RoomsFile.check(
        command.sheet().rooms().input(), Assembly.rows(command.sheet(), command.counter()));
    var extent = new RenderWindow.Extent(width, renderer::waiting, done, cutShort::get);
    var window = new RenderWindow(file, processor, extent);
    window.open(new ExecutionContext());
    return window;
  }

  private List<Long> rows(RenderWindow window) throws InterruptedException {
    var rows = new ArrayList<Long>();
    for (var pending = window.read(); pending != null; pending = window.read()) {
      rows.add(processor.process(pending).place().row());
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
