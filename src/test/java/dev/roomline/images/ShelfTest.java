package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.FetchSettings;
import dev.roomline.images.Shelved.Absent;
import dev.roomline.images.Shelved.Broken;
import dev.roomline.images.Shelved.OnShelf;
import dev.roomline.images.Shelved.Refused;
import dev.roomline.sandbox.OpenSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  private static final String PICTURE = "/generations/sofa--japandi--7.png?photo=a";

  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TempDir
  Path folder;

  private String url;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    url = vendor.open(OpenSandbox.quick()).toString();
    shelf = shelf(Set.of(url));
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void aPictureLiesUnderItsFingerprintWithAThumbnail() throws IOException {
    var here = (OnShelf) shelf.fetch(url + PICTURE);

    assertThat(shelf.has(here.picture())).isTrue();
    assertThat(shelf.file(here.picture()).getFileName().toString())
        .isEqualTo(here.picture().sha256() + ".png");
    assertThat(shelf.thumbnail(here.picture())).isNotEmptyFile();
  }

  @Test
  void nobodyWritesIntoAKeptPicture() {
    var here = (OnShelf) shelf.fetch(url + PICTURE);

    assertThat(shelf.file(here.picture()))
        .satisfies(file ->
            assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("WRITE"));
  }

  @Test
  void whatIsNoPictureLeavesNothingBehind() throws IOException {
    assertThat(shelf.fetch(url + "/sandbox/report")).isInstanceOf(Broken.class);
    assertThat(shelf.fetch(url + "/generations/none.png")).isInstanceOf(Absent.class);

    try (var left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNotTrustedIsRefused() {
    try (var strict = shelf(Set.of())) {
      assertThat(strict.fetch(url + PICTURE)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void whatAKilledProcessWasFetchingIsThrownAway() throws IOException {
    Files.writeString(folder.resolve("incoming/half.part"), "half");

    shelf(Set.of()).close();

    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void aLostThumbnailIsMadeAgain() throws IOException {
    var here = (OnShelf) shelf.fetch(url + PICTURE);
    Files.delete(shelf.thumbnail(here.picture()));

    assertThat(shelf.thumbnail(here.picture())).isNotEmptyFile();
  }

  private Shelf shelf(Set<String> trusted) {
    return new Shelf(
        folder, FetchSettings.usual(trusted, List.of()), new CheckSettings(0, 0, true, true, true));
  }
}
