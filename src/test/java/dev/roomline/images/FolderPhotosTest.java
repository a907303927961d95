package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.images.Photos.Found;
import dev.roomline.images.Photos.Missing;
import dev.roomline.images.Photos.There;
import dev.roomline.room.BadInput;
import dev.roomline.room.Photo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderPhotosTest {
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir
  Path temp;

  private Path folder;

  @BeforeEach
  void aFolderWithPhotos() throws IOException {
    folder = Files.createDirectories(temp.resolve("photos"));
    Files.createDirectories(folder.resolve("Flat 7"));
    Files.writeString(folder.resolve("Flat 7/50% + #1?.JPG"), "abc");
    Files.writeString(folder.resolve("a.jpg"), "abc");
    Files.writeString(folder.resolve("empty.jpg"), "");
    Files.writeString(temp.resolve("secret.jpg"), "secret");
    Files.createSymbolicLink(folder.resolve("link.jpg"), temp.resolve("secret.jpg"));
    Files.createSymbolicLink(folder.resolve("inside.jpg"), folder.resolve("a.jpg"));
  }

  private Found find(String name) {
    return Photos.folder(folder, URI.create("http://127.0.0.1:8080/photos")).find(name);
  }

  private Path real(String name) throws IOException {
    return folder.resolve(name).toRealPath();
  }

  @Test
  void identityIsTheHashOfTheBytes() throws IOException {
    assertThat(find("a.jpg"))
        .isEqualTo(new There(new Photo("http://127.0.0.1:8080/photos/a.jpg", ABC, real("a.jpg"))));
  }

  @Test
  void namesArePercentEncodedPartByPart() throws IOException {
    assertThat(find("./Flat 7//50% + #1?.JPG"))
        .isEqualTo(new There(new Photo(
            "http://127.0.0.1:8080/photos/Flat%207/50%25%20%2B%20%231%3F.JPG",
            ABC, real("Flat 7/50% + #1?.JPG"))));
  }

  @Test
  void linkThatStaysInsideIsAPhoto() {
    assertThat(find("inside.jpg")).isInstanceOf(There.class);
  }

  @Test
  void absoluteAddressWorksBesideAFolder() {
    assertThat(find("https://host/a.jpg"))
        .isEqualTo(new There(new Photo("https://host/a.jpg", "https://host/a.jpg", null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kitchen.jpg        | kitchen.jpg is not in photos:; add it or correct the name",
        "a.jpg/b.jpg        | a.jpg/b.jpg is not in photos:; add it or correct the name",
        "empty.jpg          | empty.jpg is an empty file; copy the photo again",
        "Flat 7             | Flat 7 is not a file; write a photo's name",
        "link.jpg           | link.jpg is a link that leads out of photos:; copy the photo into it",
        "../secret.jpg      | ../secret.jpg leads out of photos:; write the name as it is inside",
        "Flat 7/../a.jpg    | Flat 7/../a.jpg leads out of photos:; write the name as it is inside",
        "/etc/passwd        | /etc/passwd is a path of one machine; write the name as it is inside",
        "'C:\\photos\\a.jpg' | C:\\photos\\a.jpg is a path of one machine; write the name as it is",
        "Flat 7\\a.jpg      | Flat 7\\a.jpg holds a backslash; write / instead",
        "file:///etc/passwd | file:///etc/passwd is not an http or https address; upload",
        "data:image/png;x   | data:image/png;x is not an http or https address; upload",
        "' '                | no photo is named; write its name or address",
      })
  void refusesWhatIsNoPhotoInTheFolder(String name, String problem) {
    assertThat(find(name))
        .isInstanceOfSatisfying(
            Missing.class, missing -> assertThat(missing.problem()).startsWith(problem));
  }

  @Test
  void impossibleNameIsAProblemOfItsRow() {
    assertThat(find("a\0b.jpg")).isInstanceOf(Missing.class);
    assertThat(find("x".repeat(5_000))).isInstanceOf(Missing.class);
  }

  @Test
  void changedPhotoIsAnotherPhoto() throws IOException {
    var photos = Photos.folder(folder, URI.create("http://127.0.0.1:8080/"));
    var before = photos.find("a.jpg");
    Files.writeString(folder.resolve("a.jpg"), "abd");
    Files.setLastModifiedTime(folder.resolve("a.jpg"), FileTime.fromMillis(1));

    assertThat(photos.find("a.jpg")).isNotEqualTo(before);
  }

  @Test
  void photoOutOfTheEndpointsSightHasNoAddressYet() throws IOException {
    var photos = Photos.folder(folder, null);

    assertThat(photos.needsUpload()).isTrue();
    assertThat(photos.find("a.jpg")).isEqualTo(new There(new Photo(null, ABC, real("a.jpg"))));
  }

  @Test
  void missingFolderStopsTheJob() {
    assertThatThrownBy(() -> Photos.folder(temp.resolve("none"), null))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("photos: there is no folder ");
  }
}
