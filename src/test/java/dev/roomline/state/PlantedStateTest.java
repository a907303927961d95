package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.NamedPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, pipes and open permissions in a state folder that somebody else prepared. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlantedStateTest {
  @TempDir
  Path disk;

  private Path folder;
  private Path victim;

  @BeforeEach
  void open() throws IOException {
    folder = disk.resolve("state");
    victim = Files.writeString(disk.resolve("victim"), "precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "roomline.mv.db", "roomline.mv.db.newFile"})
  void aLinkIsRefusedAndWhatItLeadsToStays(String name) throws Exception {
    Files.createDirectory(folder);
    var link = Files.createSymbolicLink(folder.resolve(name), victim);

    refused(link, "is a symbolic link");

    assertThat(victim).hasContent("precious");
    assertThat(link).isSymbolicLink();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "roomline.mv.db", "roomline.mv.db.newFile"})
  void aLinkToNothingCreatesNothing(String name) throws Exception {
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve(name), disk.resolve("new"));

    refused(folder.resolve(name), "is a symbolic link");

    assertThat(disk.resolve("new")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "roomline.mv.db", "roomline.mv.db.newFile"})
  void aPipeIsRefusedAndNotWaitedFor(String name) throws Exception {
    refused(NamedPipe.at(folder.resolve(name)), "is not a plain file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roomline-new.mv.db", "roomline-new-1.mv.db", "roomline.mv.db.tempFile"})
  void aPlantedCopyOfTheDatabaseIsTakenAwayAndNotFollowed(String name) throws Exception {
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve(name), victim);

    use();

    assertThat(victim).hasContent("precious");
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @Test
  void aPipeForTheStatusOfARunIsNoStatusAndIsReplaced() throws Exception {
    var file = new StateFolder(folder).runStatusFile();
    NamedPipe.at(file.file());

    assertThat(file.read()).isEmpty();
    file.write(new RunStatus(1, "nightly", "now", null));

    assertThat(file.read()).isPresent();
    assertThat(permissions(file.file())).isEqualTo("rw-------");
  }

  @Test
  void aLinkForTheStatusOfARunIsNoStatusAndIsReplaced() throws Exception {
    Files.createDirectory(folder);
    var file = new StateFolder(folder).runStatusFile();
    Files.createSymbolicLink(file.file(), victim);

    assertThat(file.read()).isEmpty();
    file.write(new RunStatus(1, "nightly", "now", null));

    assertThat(victim).hasContent("precious");
    assertThat(file.read()).isPresent();
  }

  @Test
  void aNewStateIsItsOwnersAlone() throws Exception {
    use();

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("lock"))).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("roomline.mv.db"))).isEqualTo("rw-------");
  }

  @Test
  void theDatabaseOfAFormerReleaseIsTakenFromTheOthers() throws Exception {
    use();
    var database = folder.resolve("roomline.mv.db");
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-rw-rw-"));

    use();

    assertThat(permissions(database)).isEqualTo("rw-------");
  }

  @Test
  void aFolderThatIsReachedThroughALinkIsUsed() throws Exception {
    use();
    var link = Files.createSymbolicLink(disk.resolve("link"), folder);

    new StateFolder(link).lock(Duration.ZERO).orElseThrow().close();
  }

  private void use() throws InterruptedException {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow()) {
      lock.open(1).compactAndClose();
    }
  }

  private void refused(Path place, String why) {
    assertThatThrownBy(this::use)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(place.getFileName() + " " + why);
  }

  private static String permissions(Path place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
  }
}
