package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateIdTest {
  @TempDir
  Path folder;

  @Test
  void isMadeWithTheState() throws Exception {
    assertThat(UUID.fromString(id("state"))).isNotNull();
  }

  @Test
  void staysTheSame() throws Exception {
    assertThat(id("state")).isEqualTo(id("state"));
  }

  @Test
  void isAnotherForAnotherState() throws Exception {
    assertThat(id("state")).isNotEqualTo(id("other"));
  }

  @Test
  void goesWithTheFolder() throws Exception {
    var id = id("state");
    Files.move(folder.resolve("state"), folder.resolve("moved"));

    assertThat(id("moved")).isEqualTo(id);
  }

  private String id(String state) throws InterruptedException {
    try (var lock = new StateFolder(folder.resolve(state)).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      return database.id();
    }
  }
}
