package dev.roomline.render;

import static org.awaitility.Awaitility.await;

import dev.roomline.render.limits.StopReason;
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

/** Runs cells, several at once, over one database. */
final class FaultMatrix implements AutoCloseable {
  private static final int AT_ONCE = 24;
  private static final int CONNECTIONS = 100;

  private final Path folder;
  private final StateLock lock;
  private final Database database;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, threads());
  private final Map<FaultCase, FaultResult> found = new ConcurrentHashMap<>();

  FaultMatrix(Path folder) throws InterruptedException {
    this.folder = folder;
    this.lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
    this.database = lock.open(CONNECTIONS);
  }

  Future<FaultResult> begin(FaultCase faultCase) {
    return threads.submit(() -> {
      var result = run(faultCase);
      found.put(faultCase, result);
      return result;
    });
  }

  private FaultResult run(FaultCase faultCase) throws IOException, InterruptedException {
    var place = Files.createTempDirectory(folder, "cell");
    try (var provider = new FaultyProvider(faultCase);
        var rendererFixture = new RendererFixture(faultCase, provider.url(), database, place)) {
      var start = System.nanoTime();
      var renders = new ArrayList<PendingRender>();
      for (var row = 2; row < 2 + faultCase.rows(); row++) renders.add(rendererFixture.begin(row));
      if (faultCase.stopped()) stopOnceAsked(faultCase, provider, rendererFixture);
      var settled = true;
      for (var render : renders) settled &= render.settles(faultCase.deadline());
      var time = Duration.ofNanos(System.nanoTime() - start);
      if (settled) rendererFixture.renderer.awaitAll();
      var outcome = settled ? outcome(renders, rendererFixture) : "no end";
      return new FaultResult(
          outcome,
          settled && agree(renders, rendererFixture),
          provider.requestCount(ApiCall.CREATE),
          rendererFixture.renderer.progress().sent(),
          provider.bytes(),
          time);
    }
  }

  private static boolean agree(List<PendingRender> renders, RendererFixture rendererFixture) {
    var agree = true;
    for (var n = 0; n < renders.size(); n++) {
      var end = renders.get(n).latestResult().orElseThrow();
      agree &= FaultResult.matchesLedger(
          end,
          rendererFixture.findEntry(2 + n),
          rendererFixture.renderer.progress().sent() > 0);
    }
    return agree;
  }

  private static String outcome(List<PendingRender> renders, RendererFixture rendererFixture) {
    var stopped = rendererFixture.renderer.buying().reasons();
    var ends =
        renders.stream().map(render -> render.latestResult().orElseThrow()).toList();
    var names = ends.stream().map(end -> FaultResult.describe(end, stopped)).distinct();
    var outcome = names.collect(Collectors.joining(", "));
    return ends.size() > 1 && FaultResult.showTheSame(ends)
        ? outcome + ", one picture for all"
        : outcome;
  }

  /** The provider has named a pause that is too long to wait for. */
  private static void stopOnceAsked(
      FaultCase faultCase, FaultyProvider provider, RendererFixture rendererFixture) {
    await().until(() -> provider.requestCount(faultCase.apiCall()) > 0);
    rendererFixture.renderer.buying().stop(new StopReason.Interrupted());
  }

  /** The results as Markdown; unexpected ones are bold. */
  String table(List<FaultCase> cells) {
    var text = new StringBuilder(
        "| cell | expected | outcome | tries | creates | ledger | seconds |\n|---|---|---|--:|--:|---|--:|\n");
    var counts = new TreeMap<ApiCall, Integer>();
    for (var faultCase : cells) {
      var it = found.get(faultCase);
      text.append(it == null ? "| %s | **broke** |%n".formatted(faultCase) : line(faultCase, it));
      counts.merge(faultCase.apiCall(), 1, Integer::sum);
    }
    return text.append("%n%d cells: %s%n".formatted(cells.size(), counts)).toString();
  }

  private static String line(FaultCase faultCase, FaultResult it) {
    return "| %s · %s | %s | %s | %d | %d | %s | %.2f |%n"
        .formatted(
            faultCase.apiCall(),
            faultCase.name(),
            faultCase.expected(),
            faultCase.expects(it.outcome()) ? it.outcome() : "**" + it.outcome() + "**",
            it.tries(),
            it.creates(),
            it.ledgerAgrees() ? "agree" : "**differ**",
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
    database.close();
    lock.close();
  }
}
