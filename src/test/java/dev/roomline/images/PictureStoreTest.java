package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadSettings;
import dev.roomline.images.StoreResult.Absent;
import dev.roomline.images.StoreResult.Broken;
import dev.roomline.images.StoreResult.Refused;
import dev.roomline.images.StoreResult.Stored;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PictureStoreTest {
  private static final String PICTURE = "/generations/sofa--japandi--7.png?photo=a";

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private String url;
  private PictureStore pictureStore;

  @BeforeEach
  void open() throws IOException {
    url = provider.open(SandboxExtension.quick()).toString();
    pictureStore = openStore(Set.of(url));
  }

  @AfterEach
  void close() {
    pictureStore.close();
  }

  @Test
  void aPictureLiesUnderItsFingerprintWithAThumbnail() throws IOException {
    var here = (Stored) pictureStore.fetch(url + PICTURE);

    assertThat(pictureStore.has(here.picture())).isTrue();
    assertThat(pictureStore.file(here.picture()).getFileName().toString())
        .isEqualTo(here.picture().sha256() + ".png");
    assertThat(pictureStore.thumbnail(here.picture())).isNotEmptyFile();
  }

  @Test
  void aKeptPictureIsReadOnly() {
    var here = (Stored) pictureStore.fetch(url + PICTURE);

    assertThat(pictureStore.file(here.picture()))
        .satisfies(file ->
            assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("WRITE"));
  }

  @Test
  void aLinkToAPictureIsNotHandedOn() throws IOException {
    var here = ((Stored) pictureStore.fetch(url + PICTURE)).picture();
    var place = pictureStore.file(here);
    var elsewhere = Files.move(place, folder.resolve("elsewhere.png"));
    Files.createSymbolicLink(place, elsewhere);
    var small = pictureStore.thumbnail(here);
    Files.delete(small);
    Files.createSymbolicLink(small, elsewhere);

    assertThat(pictureStore.has(here)).isFalse();
    assertThat(pictureStore.thumbnail(here))
        .satisfies(it -> assertThat(Files.isSymbolicLink(it)).isFalse());
  }

  @Test
  void aCopiedPhotoHasThePermissionsOfAnyNewFileAndNotItsOwn() throws IOException {
    var kept = ((Stored) pictureStore.fetch(url + PICTURE)).picture();
    var photo = Files.copy(pictureStore.file(kept), folder.resolve("photo.png"));
    var usual = Files.getPosixFilePermissions(pictureStore.file(kept));
    Files.delete(pictureStore.file(kept));
    Files.setPosixFilePermissions(photo, PosixFilePermissions.fromString("rw-------"));

    assertThat(pictureStore.copy(photo)).isInstanceOf(Stored.class);

    assertThat(Files.getPosixFilePermissions(pictureStore.file(kept))).isEqualTo(usual);
  }

  @Test
  void whatIsNoPictureLeavesNothingBehind() throws IOException {
    assertThat(pictureStore.fetch(url + "/sandbox/report")).isInstanceOf(Broken.class);
    assertThat(pictureStore.fetch(url + "/generations/none.png")).isInstanceOf(Absent.class);

    try (var left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNotTrustedIsRefused() {
    try (var strict = openStore(Set.of())) {
      assertThat(strict.fetch(url + PICTURE)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void whatAKilledProcessWasFetchingIsThrownAway() throws IOException {
    Files.writeString(folder.resolve("incoming/half.part"), "half");

    openStore(Set.of()).close();

    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void aLostThumbnailIsMadeAgain() throws IOException {
    var here = (Stored) pictureStore.fetch(url + PICTURE);
    Files.delete(pictureStore.thumbnail(here.picture()));

    assertThat(pictureStore.thumbnail(here.picture())).isNotEmptyFile();
  }

  private PictureStore openStore(Set<String> trusted) {
    return new PictureStore(
        folder,
        DownloadSettings.usual(trusted, List.of()),
        new CheckSettings(0, 0, true, true, true));
  }
}
