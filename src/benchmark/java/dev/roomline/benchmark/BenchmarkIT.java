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
      new Rate(),
      new Queue(false),
      new Queue(true),
      new Wide(),
      new Owned(),
      new Overhead(),
      new Memory(),
      new Restart(),
      new Million());

  private static final Plan PLAN = Plan.asked();
  private static final Table TABLE = new Table(PLAN);

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
    else Folders.remove(folder);
  }

  private static void measure(Workload workload) throws Exception {
    TABLE.add(workload.name(), workload.measure(new Site(PLAN, folder.resolve(workload.name()))));
  }
}
