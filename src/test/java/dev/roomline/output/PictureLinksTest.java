package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureLinksTest {
  @TempDir
  Path disk;

  private Path kept;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    kept = Files.writeString(disk.resolve("kept.png"), "picture");
    folder = disk.resolve("pictures");
  }

  @Test
  void aPictureTakesNoSecondRoom() throws IOException {
    PictureLinks.at(folder).link(kept, "a.png");

    assertThat(Files.isSameFile(kept, folder.resolve("a.png"))).isTrue();
  }

  @Test
  void aPictureTakesThePlaceOfWhateverHadItsName() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.png"), "older");

    PictureLinks.at(folder).link(kept, "a.png");

    assertThat(folder.resolve("a.png")).hasContent("picture");
  }

  @Test
  void aLinkUnderItsNameIsReplacedAndNotFollowed() throws IOException {
    var outside = Files.writeString(disk.resolve("outside"), "mine");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("a.png"), outside);

    PictureLinks.at(folder).link(kept, "a.png");

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
  void whatAKilledRunLeftHalfwayIsInNobodysWay() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.png"), "an older one");
    Files.writeString(folder.resolve("a.png.new"), "half");

    PictureLinks.at(folder).link(kept, "a.png");

    assertThat(folder.resolve("a.png")).hasContent("picture");
    assertThat(folder.resolve("a.png.new")).doesNotExist();
  }
}
