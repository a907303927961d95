package dev.roomline.render;

import static org.awaitility.Awaitility.await;

import dev.roomline.render.limits.Buying;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Runs cells, several at once, over one file of books. */
final class Matrix implements AutoCloseable {
  private static final int AT_ONCE = 24;
  private static final int CONNECTIONS = 100;

  private final Path folder;
  private final StateLock lock;
  private final Database books;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, threads());
  private final Map<Cell, Found> found = new ConcurrentHashMap<>();

  Matrix(Path folder) throws InterruptedException {
    this.folder = folder;
    this.lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
    this.books = lock.open(CONNECTIONS);
  }

  Future<Found> begin(Cell cell) {
    return threads.submit(() -> {
      var result = run(cell);
      found.put(cell, result);
      return result;
    });
  }

  private Found run(Cell cell) throws IOException, InterruptedException {
    var place = Files.createTempDirectory(folder, "cell");
    try (var vendor = new FaultyVendor(cell);
        var till = new Till(cell, vendor.url(), books, place)) {
      var start = System.nanoTime();
      var renders = new ArrayList<PendingRender>();
      for (var row = 2; row < 2 + cell.rows(); row++) renders.add(till.begin(row));
      if (cell.stopped()) stopOnceAsked(cell, vendor, till);
      var settled = true;
      for (var render : renders) settled &= render.settles(cell.deadline());
      var time = Duration.ofNanos(System.nanoTime() - start);
      if (settled) till.renderer.awaitAll();
      var outcome = settled ? outcome(renders, till) : "no end";
      return new Found(
          outcome,
          settled && agree(renders, till),
          vendor.asked(Call.CREATE),
          till.renderer.progress().sent(),
          vendor.bytes(),
          time);
    }
  }

  private static boolean agree(List<PendingRender> renders, Till till) {
    var agree = true;
    for (var n = 0; n < renders.size(); n++) {
      var end = renders.get(n).soFar().orElseThrow();
      agree &= Found.agree(end, till.known(2 + n), till.renderer.progress().sent() > 0);
    }
    return agree;
  }

  private static String outcome(List<PendingRender> renders, Till till) {
    var stopped = till.renderer.buying().reasons().keySet();
    var ends = renders.stream().map(render -> render.soFar().orElseThrow()).toList();
    var names = ends.stream().map(end -> Found.name(end, stopped)).distinct();
    var outcome = names.collect(Collectors.joining(", "));
    return ends.size() > 1 && Found.showTheSame(ends) ? outcome + ", one picture for all" : outcome;
  }

  /** The vendor has named a pause that nobody sits out. */
  private static void stopOnceAsked(Cell cell, FaultyVendor vendor, Till till) {
    await().until(() -> vendor.asked(cell.call()) > 0);
    till.renderer.buying().stop(Buying.Why.SIGNAL, "stopped");
  }

  /** What was found, as Markdown; what was not expected is bold. */
  String table(List<Cell> cells) {
    var text = new StringBuilder(
        "| cell | expected | outcome | tries | creates | books | seconds |\n|---|---|---|--:|--:|---|--:|\n");
    var counts = new TreeMap<Call, Integer>();
    for (var cell : cells) {
      var it = found.get(cell);
      text.append(it == null ? "| %s | **broke** |%n".formatted(cell) : line(cell, it));
      counts.merge(cell.call(), 1, Integer::sum);
    }
    return text.append("%n%d cells: %s%n".formatted(cells.size(), counts)).toString();
  }

  private static String line(Cell cell, Found it) {
    return "| %s · %s | %s | %s | %d | %d | %s | %.2f |%n"
        .formatted(
            cell.call(),
            cell.name(),
            cell.expected(),
            cell.expects(it.outcome()) ? it.outcome() : "**" + it.outcome() + "**",
            it.tries(),
            it.creates(),
            it.books() ? "agree" : "**differ**",
            it.time().toMillis() / 1000.0);
  }

  private static CustomizableThreadFactory threads() {
    var factory = new CustomizableThreadFactory("cell-");
    factory.setDaemon(true);
    return factory;
  }

  @Override
  public void close() {
    threads.shutdown();
    books.close();
    lock.close();
  }
}
