package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  private static final List<Character> REFUSED = List.of(';', '\\');

  @TempDir
  Path folder;

  static IntStream printable() {
    return IntStream.rangeClosed(' ', '~').filter(it -> it != '/');
  }

  @ParameterizedTest
  @MethodSource("printable")
  void aStateLiesWhereItsPathSaysOrIsRefused(int character) throws Exception {
    var path = folder.resolve("a" + (char) character + "b");

    if (REFUSED.contains((char) character)) {
      assertThatThrownBy(() -> new StateFolder(path))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("rename the folder");
    } else {
      open(path);
      assertThat(path.resolve("roomline.mv.db")).isNotEmptyFile();
    }
    assertThat(foldersWithADatabase()).allMatch(path::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x;INIT=CREATE ALIAS RUN AS 'void run() { System.exit(7); }'",
        "x\\;INIT=RUNSCRIPT FROM 'http://127.0.0.1:1/x.sql'",
        "x;ACCESS_MODE_DATA=rws",
        "x/;TRACE_LEVEL_FILE=4",
        ";",
        "..\\..\\x"
      })
  void aPathNeverBecomesSettings(String name) throws IOException {
    assertThatThrownBy(() -> new StateFolder(folder.resolve(name)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(foldersWithADatabase()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~",
        "~x",
        "%20",
        "%s",
        "#1",
        "a b ",
        "file:x",
        "jdbc:h2:mem:x",
        "nio:x",
        "$HOME",
        "{x}",
        "'x'",
        "`x`",
        "-- x",
        "ümläut",
        "{}",
        "x.mv.db",
        "a:b",
        "?x=y"
      })
  void oddNamesAreNamesOnly(String name) throws Exception {
    var path = folder.resolve(name);
    open(path);
    assertThat(foldersWithADatabase()).containsExactly(path);
  }

  @Test
  void aLinkToAFolderWithASemicolonIsRefusedBeforeItIsOpened() throws Exception {
    var target = Files.createDirectory(folder.resolve("x;INIT=CREATE TABLE PLANTED(ID INT)"));
    var link = Files.createSymbolicLink(folder.resolve("link"), target);

    assertThatThrownBy(() -> open(link)).isInstanceOf(InvalidInputException.class);
    assertThat(foldersWithADatabase()).isEmpty();
  }

  private static void open(Path path) throws Exception {
    try (var lock = new StateFolder(path).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      assertThat(database.id()).isNotEmpty();
    }
  }

  private List<Path> foldersWithADatabase() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(it -> it.toString().endsWith(".mv.db") && Files.isRegularFile(it))
          .map(Path::getParent)
          .toList();
    }
  }
}
