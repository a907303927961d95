package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code mvn verify -Pbenchmark}: start reading here. A goal that is missed fails nothing. */
class BenchmarkIT {
  private static final List<Workload> ALL = List.of(
      new RateLimitWorkload(),
      new QueueWorkload(false),
      new QueueWorkload(true),
      new HighConcurrencyWorkload(),
      new MostlyPaidWorkload(),
      new OverheadWorkload(),
      new MemoryWorkload(),
      new RestartWorkload(),
      new MillionRowsWorkload());

  private static final BenchmarkOptions PLAN = BenchmarkOptions.fromSystemProperties();
  private static final BenchmarkReport TABLE = new BenchmarkReport(PLAN);

  private static Path folder;

  @TestFactory
  Stream<DynamicTest> measures() {
    PLAN.check(ALL);
    return ALL.stream()
        .filter(PLAN::wants)
        .map(workload -> DynamicTest.dynamicTest(workload.name(), () -> measure(workload)));
  }

  @BeforeAll
  static void begins() throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "benchmark-");
  }

  @AfterAll
  static void ends() throws IOException {
    TABLE.tell();
    if (Boolean.getBoolean("benchmark.keep")) System.out.println("kept: " + folder);
    else FileTrees.remove(folder);
  }

  private static void measure(Workload workload) throws Exception {
    TABLE.add(
        workload.name(),
        workload.measure(new BenchmarkContext(PLAN, folder.resolve(workload.name()))));
  }
}
