package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in a picture store that somebody else prepared. */
@DisabledOnOs(OS.WINDOWS)
class PlantedPicturesTest {
  private static final Picture PICTURE = new Picture("ab".repeat(32), "png", 8, 8);

  @TempDir
  Path disk;

  private Path folder;
  private Path victim;

  @BeforeEach
  void open() throws IOException {
    folder = disk.resolve("pictures");
    victim = Files.createDirectories(disk.resolve("victim"));
    Files.writeString(victim.resolve("diary.part"), "precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pictures", "pictures/incoming", "pictures/ab"})
  void aLinkInAFoldersPlaceIsRefusedAndNothingBehindItIsDeleted(String name) throws IOException {
    if (!name.equals("pictures")) Files.createDirectory(folder);
    Files.createSymbolicLink(disk.resolve(name), victim);

    assertThatThrownBy(() -> PictureStoreFolder.open(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(disk.resolve(name) + " is a symbolic link");

    assertThat(victim).isDirectoryContaining("glob:**/diary.part");
    assertThat(victim.toFile().list()).hasSize(1);
  }

  @Test
  void aLinkInAPicturesPlaceIsNoPictureAndIsReplaced() throws IOException {
    var store = PictureStoreFolder.open(folder);
    var place = store.picture(PICTURE);
    Files.createDirectories(place.getParent());
    Files.createSymbolicLink(place, victim.resolve("diary.part"));
    var fresh = Files.writeString(store.incoming(), "picture");

    store.put(fresh, PICTURE);

    assertThat(place).isRegularFile().hasContent("picture");
    assertThat(Files.isSymbolicLink(place)).isFalse();
    assertThat(victim.resolve("diary.part")).hasContent("precious");
  }

  @Test
  void aNewDownloadIsAFileOfItsOwn() throws IOException {
    var store = PictureStoreFolder.open(folder);

    assertThat(store.incoming()).isEmptyFile().isNotEqualTo(store.incoming());
  }

  @Test
  void onlyItsOwnerEntersTheStoreEvenThatOfAFormerRelease() throws IOException {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    PictureStoreFolder.open(folder);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }
}
