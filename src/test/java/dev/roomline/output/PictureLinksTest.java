package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

class PictureLinksTest {
  @TempDir
  Path disk;

  private Path kept;
  private @Nullable Path other;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    kept = Files.writeString(disk.resolve("kept.png"), "picture");
    folder = disk.resolve("pictures");
  }

  @AfterEach
  void close() throws IOException {
    FileSystemUtils.deleteRecursively(other);
  }

  @Test
  void aPictureTakesNoSecondRoom() throws IOException {
    show();

    assertThat(Files.isSameFile(kept, folder.resolve("a.png"))).isTrue();
  }

  @Test
  void aPictureTakesThePlaceOfWhateverHadItsName() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.png"), "older");

    show();

    assertThat(folder.resolve("a.png")).hasContent("picture");
  }

  @Test
  void aLinkUnderItsNameIsReplacedAndNotFollowed() throws IOException {
    var outside = Files.writeString(disk.resolve("outside"), "mine");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("a.png"), outside);

    show();

    assertThat(outside).hasContent("mine");
    assertThat(folder.resolve("a.png")).hasContent("picture").isRegularFile();
  }

  @Test
  void aFolderThatIsALinkIsRefused() throws IOException {
    Files.createSymbolicLink(folder, disk);

    assertThatThrownBy(() -> PictureLinks.at(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a symbolic link");
  }

  @Test
  void whatAKilledRunLeftHalfwayIsNotInTheWay() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.png"), "an older one");
    PictureLinks.at(folder).add(kept, "b.png"); // killed before its commit
    assertThat(names()).hasSize(2);

    show();

    assertThat(folder.resolve("a.png")).hasContent("picture");
    assertThat(names()).containsExactly("a.png");
  }

  @Test
  void whatIsNotCommittedLeavesTheFolderAsItWas() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.png"), "an older one");

    try (var pictures = PictureLinks.at(folder)) {
      pictures.add(kept, "a.png");
      pictures.add(kept, "b.png");
      assertThat(folder.resolve("a.png")).hasContent("an older one");
    }

    assertThat(names()).containsExactly("a.png");
    assertThat(folder.resolve("a.png")).hasContent("an older one");
  }

  @Test
  void ofTwoPicturesOfOneNameTheLaterOneIsShown() throws IOException {
    var later = Files.writeString(disk.resolve("later.png"), "later");

    try (var pictures = PictureLinks.at(folder)) {
      pictures.add(kept, "a.png");
      pictures.add(later, "a.png");
      pictures.commit();
    }

    assertThat(folder.resolve("a.png")).hasContent("later");
    assertThat(names()).containsExactly("a.png");
  }

  @Test
  void aFolderInAPicturesPlaceIsNamedBeforeAnythingIsShown() throws IOException {
    Files.createDirectories(folder.resolve("a.png"));

    assertThatThrownBy(this::show)
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("a.png")
        .hasMessageContaining("Is a directory");
  }

  /** Linux has a second disk in memory; elsewhere links always work. */
  private void elsewhere() throws IOException {
    var memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(disk)));
    other = Files.createTempDirectory(memory, "roomline-test");
    folder = Files.createDirectory(other.resolve("pictures"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pict", "PICTURE", "picture and more"})
  void aCopyThatWasDamagedIsReplaced(String damaged) throws IOException {
    elsewhere();
    show();
    Files.writeString(folder.resolve("a.png"), damaged);

    show();

    assertThat(folder.resolve("a.png")).hasContent("picture");
  }

  @Test
  void aCopyIsKnownByItsSizeAndTime() throws IOException {
    elsewhere();
    try (var pictures = PictureLinks.at(folder)) {
      pictures.add(kept, "a.png");
      pictures.add(kept, "b.png");
      pictures.commit();
    }
    var copied =
        Files.readAttributes(folder.resolve("b.png"), BasicFileAttributes.class).fileKey();
    try (var pictures = PictureLinks.at(folder)) {
      pictures.add(kept, "a.png");
      pictures.add(kept, "b.png");
      pictures.commit();
    }

    assertThat(Files.readAttributes(folder.resolve("b.png"), BasicFileAttributes.class)
            .fileKey())
        .isEqualTo(copied);
    assertThat(Files.getLastModifiedTime(folder.resolve("b.png")))
        .isEqualTo(Files.getLastModifiedTime(kept));
  }

  private void show() throws IOException {
    try (var pictures = PictureLinks.at(folder)) {
      pictures.deleteLeftovers();
      pictures.add(kept, "a.png");
      pictures.commit();
    }
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
