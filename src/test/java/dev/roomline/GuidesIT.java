package dev.roomline;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * read the difference before it is committed.
 */
class GuidesIT {
  private static final boolean WRITE = System.getProperty("guides.write") != null;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @TempDir
  Path temp;

  private final List<GuideRun> open = new ArrayList<>();

  @TestFactory
  Stream<DynamicContainer> everyBlockPrintsWhatItsPageShows() throws IOException {
    return GuidePage.all().stream()
        .filter(page -> !page.blocks().isEmpty())
        .map(page -> dynamicContainer(page.file().toString(), blocks(page)));
  }

  @AfterEach
  void endWhatStillRuns() {
    open.forEach(GuideRun::close);
  }

  private Stream<DynamicTest> blocks(GuidePage page) {
    var blocks = page.blocks();
    var run = new Opened(page);
    return IntStream.range(0, blocks.size()).mapToObj(n -> {
      var block = blocks.get(n);
      return dynamicTest(page.file() + ":" + block.line(), () -> {
        try {
          assertTimeoutPreemptively(LONGEST, () -> run.run(block));
        } finally {
          if (n == blocks.size() - 1) run.end();
        }
      });
    });
  }

  /** A page that is opened by its first block and closed after its last. */
  private final class Opened {
    private final GuidePage page;
    private @Nullable GuideRun run;

    Opened(GuidePage page) {
      this.page = page;
    }

    void run(GuideBlock block) throws IOException {
      if (run == null) {
        var name = page.file().getFileName().toString();
        run = new GuideRun(page, Files.createDirectory(temp.resolve(name)));
        open.add(run);
      }
      if (WRITE) run.keep(block);
      else run.check(block);
    }

    void end() {
      if (run == null) return;
      run.close();
      if (WRITE) run.writePage();
    }
  }
}
