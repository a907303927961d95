package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Photo;
import dev.roomline.images.PhotoSource.Found;
import dev.roomline.images.PhotoSource.Missing;
import dev.roomline.images.PhotoSource.There;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderPhotosTest {
  private static final byte[] PICTURE = picture(Color.RED);
  private static final String IDENTITY = "sha256:" + sha256(PICTURE);

  @TempDir
  Path temp;

  private Path folder;

  @BeforeEach
  void aFolderWithPhotos() throws IOException {
    folder = Files.createDirectories(temp.resolve("photos"));
    Files.createDirectories(folder.resolve("Flat 7"));
    Files.write(folder.resolve("Flat 7/50% + #1?.JPG"), PICTURE);
    Files.write(folder.resolve("a.jpg"), PICTURE);
    Files.writeString(folder.resolve("empty.jpg"), "");
    Files.writeString(temp.resolve("secret.jpg"), "secret");
    Files.createSymbolicLink(folder.resolve("link.jpg"), temp.resolve("secret.jpg"));
    Files.createSymbolicLink(folder.resolve("inside.jpg"), folder.resolve("a.jpg"));
  }

  private Found find(String name) {
    return PhotoSource.folder(folder, URI.create("http://127.0.0.1:8080/photos"))
        .find(name);
  }

  private static byte[] picture(Color colour) {
    var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, colour.getRGB());
    try {
      return PictureFiles.written("png", image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path real(String name) throws IOException {
    return folder.resolve(name).toRealPath();
  }

  @Test
  void identityIsTheHashOfTheBytes() throws IOException {
    assertThat(find("a.jpg"))
        .isEqualTo(
            new There(new Photo("http://127.0.0.1:8080/photos/a.jpg", IDENTITY, real("a.jpg"))));
  }

  @Test
  void namesArePercentEncodedPartByPart() throws IOException {
    assertThat(find("./Flat 7//50% + #1?.JPG"))
        .isEqualTo(new There(new Photo(
            "http://127.0.0.1:8080/photos/Flat%207/50%25%20%2B%20%231%3F.JPG",
            IDENTITY, real("Flat 7/50% + #1?.JPG"))));
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
        "kitchen.jpg        | photo \"kitchen.jpg\" not found in photos/; add it or correct the name",
        "a.jpg/b.jpg        | photo \"a.jpg/b.jpg\" not found in photos/; add it or correct the name",
        "empty.jpg          | empty.jpg is an empty file; copy the photo again",
        "Flat 7             | Flat 7 is not a file; write a photo's name",
        "link.jpg           | link.jpg is a link out of the photos folder; copy the photo into the folder",
        "../secret.jpg      | ../secret.jpg leads out of the photos folder; write the path inside",
        "Flat 7/../a.jpg    | Flat 7/../a.jpg leads out of the photos folder; write the path inside",
        "/etc/passwd        | /etc/passwd is an absolute path; write the path inside",
        "'C:\\photos\\a.jpg' | C:\\photos\\a.jpg is an absolute path; write the path inside",
        "Flat 7\\a.jpg      | Flat 7\\a.jpg contains a backslash; write / instead",
        "file:///etc/passwd | file:///etc/passwd is not an http or https address; upload",
        "data:image/png;x   | data:image/png;x is not an http or https address; upload",
        "' '                | no photo given; add the photo's file name or link",
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
    var photos = PhotoSource.folder(folder, URI.create("http://127.0.0.1:8080/"));
    var before = photos.find("a.jpg");
    Files.write(folder.resolve("a.jpg"), picture(Color.BLUE));
    Files.setLastModifiedTime(folder.resolve("a.jpg"), FileTime.fromMillis(1));

    assertThat(photos.find("a.jpg")).isNotEqualTo(before);
  }

  @Test
  void photoOutOfTheEndpointsSightHasNoAddressYet() throws IOException {
    var photos = PhotoSource.folder(folder, null);

    assertThat(photos.find("a.jpg")).isEqualTo(new There(new Photo(null, IDENTITY, real("a.jpg"))));
  }

  @Test
  void pictureTheEndpointCannotReadIsAProblem() throws IOException {
    Files.write(
        folder.resolve("phone.jpg"), PictureFiles.latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));

    assertThat(find("phone.jpg"))
        .isEqualTo(
            new Missing("phone.jpg is HEIC, which the endpoint cannot read; export it as JPEG"));
  }

  @Test
  void whatIsNoPictureIsAProblem() throws IOException {
    Files.writeString(folder.resolve("list.jpg"), "<html>");

    assertThat(find("list.jpg"))
        .isEqualTo(new Missing("list.jpg is a web page, not a picture; replace it with the photo"));
  }

  @Test
  void photoOfTooManyPixelsIsAProblem() throws IOException {
    Files.write(folder.resolve("wall.png"), PictureFiles.pngThatClaims(20_000, 20_000));

    assertThat(find("wall.png"))
        .isEqualTo(new Missing("wall.png has 20000 × 20000 pixels; at most 50 megapixels are read; "
            + "export it smaller"));
  }

  @Test
  void missingFolderStopsTheJob() {
    assertThatThrownBy(() -> PhotoSource.folder(temp.resolve("none"), null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("photos: there is no folder ");
  }
}
