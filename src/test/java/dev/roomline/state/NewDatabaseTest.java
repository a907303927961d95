package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state's first opening, ended by a kill or a full disk before its database was made. */
class NewDatabaseTest {
  @TempDir
  Path folder;

  @Test
  void aHalfMadeDatabaseIsMadeAnew() throws Exception {
    Files.write(folder.resolve("roomline-new.mv.db"), new byte[20_000]);

    open();

    assertThat(folder).isDirectoryContaining("glob:**/roomline.mv.db");
    assertThat(folder).isDirectoryNotContaining("glob:**/roomline-new.mv.db");
  }

  @Test
  void aDatabaseThatCannotBeMadeLeavesNothingBehindAndIsNamed() throws Exception {
    var inTheWay = Files.createDirectories(folder.resolve("roomline-new.mv.db/x"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(folder.toRealPath().resolve("roomline.mv.db").toString());

    assertThat(folder.resolve("roomline.mv.db")).doesNotExist();
    Files.delete(inTheWay);
    open();
  }

  private void open() throws InterruptedException {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow()) {
      lock.open(1).close();
    }
  }
}
