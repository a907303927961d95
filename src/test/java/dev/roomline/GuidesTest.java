package dev.roomline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the guides stay short, their links lead somewhere, their blocks say what they are. */
class GuidesTest {
  private static final int LONGEST_README = 220;
  private static final int LONGEST_GUIDE = 150;
  private static final int MOST_NOT_RUN = 8;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern TEST_NAMES = Pattern.compile("-D(?:it\\.)?test='?([\\w*,]+)");
  private static final List<String> LANGUAGES =
      List.of("console", "sh", "text", "yaml", "ini", "mermaid", "shell");

  static List<GuidePage> pages() throws IOException {
    return GuidePage.all();
  }

  static Stream<GuidePage> linkingPages() throws IOException {
    return Stream.concat(
        pages().stream(), Stream.of(GuidePage.read(Path.of(".github/CONTRIBUTING.md"))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsShort(GuidePage page) {
    var most = page.file().equals(GuidePage.README) ? LONGEST_README : LONGEST_GUIDE;

    assertThat(page.lines().size()).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @MethodSource("linkingPages")
  void everyRelativeLinkLeadsToAFileAndAHeading(GuidePage page) {
    var dead = links(page).filter(link -> !leadsSomewhere(page, link)).toList();

    assertThat(dead).isEmpty();
  }

  /** {@code shell} is for developers' commands that take minutes; GuidesIT runs the others. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockNamesItsLanguage(GuidePage page) {
    assertThat(page.fences()).allMatch(fence -> LANGUAGES.contains(fence.language()));
  }

  @Test
  void fewBlocksOfCommandsAreNotRun() throws IOException {
    var notRun = pages().stream()
        .flatMap(page -> page.fences().stream())
        .filter(fence -> fence.notRun() != null)
        .toList();

    assertThat(notRun).hasSizeLessThanOrEqualTo(MOST_NOT_RUN);
  }

  @Test
  void everyTestThatAPageNamesExists() throws IOException {
    var named = pages().stream()
        .flatMap(page -> page.lines().stream())
        .flatMap(line -> TEST_NAMES.matcher(line).results())
        .flatMap(found -> Stream.of(found.group(1).split(",")))
        .toList();
    try (var files = Files.walk(Path.of("src/test/java"))) {
      var tests = files.map(file -> file.getFileName().toString()).toList();

      assertThat(named).isNotEmpty().allMatch(name -> tests.stream().anyMatch(named(name)));
    }
  }

  private static Predicate<String> named(String name) {
    return Pattern.compile(name.replace("*", ".*") + "\\.java").asMatchPredicate();
  }

  private static Stream<URI> links(GuidePage page) {
    return page.lines().stream()
        .flatMap(line -> LINK.matcher(line).results())
        .map(found -> URI.create(found.group(1)))
        .filter(link -> !link.isAbsolute());
  }

  private static boolean leadsSomewhere(GuidePage page, URI link) {
    var folder = page.file().toAbsolutePath().getParent();
    var file = link.getPath().isEmpty() ? page.file() : folder.resolve(link.getPath());
    if (!Files.exists(file)) return false;
    var heading = link.getFragment();
    return heading == null || GuidePage.read(file).lines().stream().anyMatch(isHeading(heading));
  }

  /** As GitHub makes anchors of headings. */
  private static Predicate<String> isHeading(String anchor) {
    return line -> line.startsWith("#")
        && line.replaceFirst("^#+ ", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N} _-]", "")
            .replace(' ', '-')
            .equals(anchor);
  }
}
