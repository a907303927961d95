package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar with little memory, and many large answers at once: each is written down. */
class LargeAnswersIT {
  private static final String TEXT = "\"%s\":\"" + "x".repeat(9_000_000) + "\"";
  private static final String OBJECTS = "\"%s\":[" + objects(600_000) + "]";
  private static final String SOME_OBJECTS = "\"%s\":[" + objects(100_000) + "]";

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "meta text, 8, 17",
    "meta objects, 8, 17",
    "message objects, 8, 17",
    "unknown text, 8, 17",
    "some meta objects, 200, 201"
  })
  void everyLargeAnswerThatWasPaidIsWrittenDown(String answer, int inFlight, int rows)
      throws Exception {
    try (var provider = new LargeAnswerProvider(field(answer))) {
      var packagedJar = new PackagedJar(folder, provider.url());
      packagedJar.rooms(
          PackagedJar.allRows(rows).stream().map(row -> "room " + row).toList());

      var process = packagedJar.start(
          List.of("-Xmx256m"),
          "run",
          "rooms.csv",
          "--no-color",
          "--set=limits.requests-per-minute=unlimited",
          "--set=limits.in-flight=" + inFlight);

      var ended = process.waitFor(300, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as("it ended. %s", packagedJar.printed()).isTrue();
      assertThat(process.exitValue()).as(packagedJar.printed()).isZero();
      assertThat(packagedJar.column("status")).hasSize(rows).containsOnly("rendered");
      assertThat(provider.billed).hasValue(rows);
      assertThat(packagedJar.column("meta")).allMatch(it -> it.length() < 20_000);
      System.out.println("[large answers] " + answer + ": "
          + packagedJar
              .printed()
              .lines()
              .filter(it -> it.contains("rendered of"))
              .toList());
    }
  }

  private static String field(String answer) {
    return switch (answer) {
      case "meta text" -> "\"meta\":{" + TEXT.formatted("log") + "}";
      case "meta objects" -> "\"meta\":{" + OBJECTS.formatted("log") + "}";
      case "message objects" -> OBJECTS.formatted("message");
      case "unknown text" -> TEXT.formatted("log");
      default -> "\"meta\":{" + SOME_OBJECTS.formatted("log") + "}";
    };
  }

  private static String objects(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "{\"n\":" + n % 1_000 + "}")
        .collect(Collectors.joining(","));
  }
}
