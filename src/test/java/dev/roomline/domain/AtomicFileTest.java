package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void open() throws IOException {
    file = Files.writeString(folder.resolve("a.csv"), "old");
  }

  @Test
  void theOldFileStaysUntilTheNewOneIsCommitted() throws IOException {
    try (var fresh = AtomicFile.create(file)) {
      fresh.stream().write('n');
      assertThat(file).hasContent("old");
      fresh.commit();
    }

    assertThat(file).hasContent("n");
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void whatIsNotCommittedIsDropped() throws IOException {
    try (var fresh = AtomicFile.create(file)) {
      fresh.stream().write('n');
      assertThat(names()).hasSize(2);
    }

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void whatKilledProcessesLeftIsDeletedAndNothingElse() throws IOException {
    Files.writeString(folder.resolve("a.csv.new"), "of a former release");
    Files.writeString(folder.resolve("a.csv." + UUID.randomUUID() + ".new"), "half");
    Files.writeString(folder.resolve("a.csv.mine.new"), "mine");
    Files.writeString(folder.resolve("aXcsv.new"), "mine");

    AtomicFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.csv", "a.csv.mine.new", "aXcsv.new");
  }

  @Test
  void aPlantedLinkIsTakenAwayAndNotFollowed() throws IOException {
    var precious = Files.writeString(folder.resolve("precious.txt"), "precious");
    Files.createSymbolicLink(folder.resolve("a.csv.new"), precious);

    AtomicFile.writeDurably(file, "new");

    assertThat(precious).hasContent("precious");
    assertThat(names()).containsExactly("a.csv", "precious.txt");
  }

  @Test
  void aLinkInTheFilesPlaceIsReplaced() throws IOException {
    var precious = Files.writeString(folder.resolve("precious.txt"), "precious");
    var link = Files.createSymbolicLink(folder.resolve("b.csv"), precious);

    AtomicFile.write(link, "new");

    assertThat(precious).hasContent("precious");
    assertThat(link).isRegularFile().hasContent("new");
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void aFolderInItsPlaceIsReportedBeforeAnythingIsWritten() throws IOException {
    var there = Files.createDirectory(folder.resolve("b.csv"));

    assertThatThrownBy(() -> AtomicFile.create(there))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("Is a directory");

    assertThat(names()).containsExactly("a.csv", "b.csv");
  }

  @Test
  void aFolderThatIsGoneIsNotMadeAgain() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("gone/a.csv"), "new"))
        .isInstanceOf(NoSuchFileException.class);

    assertThat(folder.resolve("gone")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void othersMayReadWhatTheyMayReadOfAnyNewFile() throws IOException {
    AtomicFile.write(file, "new");

    var plain = Files.createFile(folder.resolve("plain"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
