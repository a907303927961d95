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

/** That the search finds nothing means something only if it finds what is there. */
class CanaryTest {
  @TempDir
  Path folder;

  @Test
  void everySpellingIsFoundInAFile() throws IOException {
    for (var spelling : Canary.all().entrySet()) {
      var planted = "before" + spelling.getValue() + "after";
      Files.write(folder.resolve("file"), planted.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(Canary.hits(folder)).contains("file: " + spelling.getKey());
    }
  }

  @Test
  void itIsFoundInsideSomethingPackedAsBase64() throws IOException {
    for (var before : new String[] {"", "a", "ab", "abc"}) {
      var packed = (before + Canary.KEY + "\r\n").getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve("file"), Base64.getEncoder().encode(packed));

      assertThat(Canary.hits(folder)).as(before).isNotEmpty();
    }
  }

  @Test
  void itIsFoundInAFilesName() throws IOException {
    Files.createFile(folder.resolve(Canary.inUrl()));

    assertThat(Canary.hits(folder)).isNotEmpty();
  }

  @Test
  void itIsFoundInTheBooks() throws Exception {
    try (var lock = new StateFolder(folder.resolve("state")).lock(Duration.ZERO).orElseThrow();
        var books = lock.open(1)) {
      new JdbcTemplate(books.source())
          .update(
              "insert into render_decision (render_key, edition, attempt, decision, why,"
                  + " decided_at) values ('k', 0, 1, 'GIVE_UP', ?, now())",
              Canary.KEY);
    }

    assertThat(Canary.hits(folder)).anyMatch(it -> it.endsWith(".mv.db: plain"));
  }
}
