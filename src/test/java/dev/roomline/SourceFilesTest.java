package dev.roomline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the files of the main source tree, whatever is in them. */
class SourceFilesTest {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final int MOST_LINES = 250;

  @Test
  void noTwoClassesHaveTheSameSimpleName() throws IOException {
    var names = sources().stream()
        .filter(it -> !it.toString().contains("sandbox"))
        .map(it -> it.getFileName().toString())
        .filter(it -> !it.equals("package-info.java"))
        .collect(groupingBy(it -> it, counting()));

    assertThat(names).allSatisfy((name, files) -> assertThat(files).as(name).isOne());
  }

  @Test
  void noFileIsLongerThan250Lines() throws IOException {
    for (var source : sources()) {
      assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThanOrEqualTo(MOST_LINES);
    }
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(MAIN)) {
      return files.filter(it -> it.toString().endsWith(".java")).toList();
    }
  }
}
