package dev.roomline;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class that the README or a guide names in backticks exists, and has the member named. */
class DocumentedNamesTest {
  /** A package's path, a class of two words or more, a member: {@code ledger/GroupCommit.add}. */
  private static final Pattern NAME =
      Pattern.compile("`((?:[a-z]+/)*)([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*)(?:\\.([A-Za-z_]+))?`");

  /** A class of one word counts only behind its package: {@code render/Renderer}. */
  private static final Pattern SHORT_NAME =
      Pattern.compile("`((?:[a-z]+/)+)([A-Z][a-z0-9]+)(?:\\.([A-Za-z_]+))?`");

  private static final Set<String> OF_OTHERS = Set.of(
      "DataAccessException",
      "DataSourceTransactionManager",
      "ItemStreamReader",
      "JdbcTransactionManager",
      "TimeoutStopSec",
      "TransactionException",
      "VmHWM");

  /** The text of each source by its path. */
  private static Map<String, String> sources;

  @BeforeAll
  static void readSources() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      sources = files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(toMap(Path::toString, DocumentedNamesTest::read));
    }
  }

  static List<Path> pages() throws IOException {
    try (var files = Files.walk(GuidePage.GUIDES)) {
      var guides = files.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(GuidePage.README), guides).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyClassThatAPageNamesExists(Path page) {
    assertThat(names(read(page)).filter(name -> !exists(name)).map(MatchResult::group))
        .isEmpty();
  }

  @Test
  void aNameThatDoesNotExistIsNoticed() {
    var wrong = "`ledger/Purse`, `GroupCommitment`, `rooms/GroupCommit`, `ResultStatus.LAST`";

    assertThat(names(wrong)).hasSize(4).noneMatch(DocumentedNamesTest::exists);
  }

  private static Stream<MatchResult> names(String text) {
    return Stream.of(NAME, SHORT_NAME)
        .flatMap(pattern -> pattern.matcher(text).results())
        .filter(name -> !OF_OTHERS.contains(name.group(2)));
  }

  private static boolean exists(MatchResult name) {
    var type = Pattern.compile("\\b(class|record|enum|interface) " + name.group(2) + "\\b");
    var member = Pattern.compile("\\b" + Objects.requireNonNullElse(name.group(3), "") + "\\b");
    return sources.entrySet().stream()
        .filter(source -> isIn(name.group(1), source.getKey()))
        .anyMatch(source -> type.matcher(source.getValue()).find()
            && member.matcher(source.getValue()).find());
  }

  private static boolean isIn(String folder, String source) {
    return folder.isEmpty() || ("/" + Path.of(source).getParent() + "/").endsWith("/" + folder);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
