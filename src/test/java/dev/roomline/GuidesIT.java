package dev.roomline;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the README and the guides does what they show.
 *
 * <p>Commands stand in blocks named {@code console} or {@code sh}, what they print in the {@code
 * text} block right after. {@code -Dguides.write} puts what was printed into the pages instead;
 * read the difference before it is committed. {@code -Dguides.page=nights} takes one page only.
 */
class GuidesIT {
  private static final boolean WRITE = System.getProperty("guides.write") != null;
  private static final String ONLY = System.getProperty("guides.page", "");
  private static final int PAGES_AT_ONCE = 2;
  private static final int LONGEST_MINUTES = 10;

  @TempDir
  Path temp;

  private final ExecutorService readers = Executors.newFixedThreadPool(PAGES_AT_ONCE);
  private final Queue<GuideRun> open = new ConcurrentLinkedQueue<>();

  @TestFactory
  Stream<DynamicContainer> everyBlockPrintsWhatItsPageShows() throws IOException {
    var pages = new ArrayList<>(GuidePage.all());
    pages.removeIf(page -> page.blocks().isEmpty() || !page.file().toString().contains(ONLY));
    Collections.reverse(pages); // the page that takes longest is among the last
    return pages.stream()
        .map(page -> dynamicContainer(page.file().toString(), tests(page)))
        .toList()
        .stream();
  }

  @AfterEach
  void endWhatStillRuns() {
    readers.shutdownNow();
    open.forEach(GuideRun::close);
  }

  /** Begins to run the page; a test waits for its block. */
  private List<DynamicTest> tests(GuidePage page) {
    var blocks = page.blocks();
    var results = blocks.stream().map(block -> new CompletableFuture<Void>()).toList();
    readers.execute(() -> run(page, results));
    return IntStream.range(0, blocks.size())
        .mapToObj(n -> dynamicTest(
            page.file() + ":" + blocks.get(n).line(),
            () -> results.get(n).get(LONGEST_MINUTES, TimeUnit.MINUTES)))
        .toList();
  }

  private void run(GuidePage page, List<CompletableFuture<Void>> results) {
    try (var run = open(page)) {
      for (var n = 0; n < results.size(); n++) run(run, page.blocks().get(n), results.get(n));
      if (WRITE) run.writePage();
    } catch (IOException | RuntimeException e) {
      results.forEach(result -> result.completeExceptionally(e));
    }
  }

  private void run(GuideRun run, GuideBlock block, CompletableFuture<Void> result) {
    try {
      if (WRITE) run.keep(block);
      else run.check(block);
      result.complete(null);
    } catch (IOException | RuntimeException | AssertionError e) {
      result.completeExceptionally(e);
    }
  }

  private GuideRun open(GuidePage page) throws IOException {
    var name = page.file().getFileName().toString();
    var run = new GuideRun(page, Files.createDirectory(temp.resolve(name)));
    open.add(run);
    return run;
  }
}
