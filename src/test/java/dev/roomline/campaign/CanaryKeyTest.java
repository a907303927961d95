package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The search finds a key that is there; otherwise its silence would prove nothing. */
class CanaryKeyTest {
  @TempDir
  Path folder;

  @Test
  void everySpellingIsFoundInAFile() throws IOException {
    for (var spelling : CanaryKey.spellingsByName().entrySet()) {
      var planted = "before" + spelling.getValue() + "after";
      Files.write(folder.resolve("file"), planted.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(CanaryKey.findIn(folder)).contains("file: " + spelling.getKey());
    }
  }

  @Test
  void itIsFoundInsideSomethingPackedAsBase64() throws IOException {
    for (var before : new String[] {"", "a", "ab", "abc"}) {
      var packed = (before + CanaryKey.KEY + "\r\n").getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve("file"), Base64.getEncoder().encode(packed));

      assertThat(CanaryKey.findIn(folder)).as(before).isNotEmpty();
    }
  }

  @Test
  void itIsFoundInAFilesName() throws IOException {
    Files.createFile(folder.resolve(CanaryKey.inUrl()));

    assertThat(CanaryKey.findIn(folder)).isNotEmpty();
  }

  @Test
  void itIsFoundInTheDatabase() throws Exception {
    try (var lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      new JdbcTemplate(database.source())
          .update(
              "insert into render_decision (render_key, edition, attempt, decision, why,"
                  + " decided_at) values ('k', 0, 1, 'GIVE_UP', ?, now())",
              CanaryKey.KEY);
    }

    assertThat(CanaryKey.findIn(folder)).anyMatch(it -> it.endsWith(".mv.db: plain"));
  }
}
