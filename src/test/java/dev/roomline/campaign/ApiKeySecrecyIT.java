package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.render.SamplePng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches all output and files of the jar for a key that its provider repeats in every answer. */
class ApiKeySecrecyIT {
  private static final List<String> PROMPTS = List.of("sofa", "later", "failed", "error", "html");

  @TempDir
  Path folder;

  @Test
  void noFileAndNoStreamHoldsTheKey() throws Exception {
    try (var provider = new KeyEchoingProvider()) {
      var packagedJar =
          new PackagedJar(folder, provider.url(), Map.of("ROOMLINE_API_KEY", CanaryKey.KEY));
      Files.createDirectory(folder.resolve("tmp"));
      Files.write(
          Files.createDirectory(folder.resolve("photos")).resolve("room.png"),
          SamplePng.png("before"));

      rooms("");
      say(packagedJar, "plan", "rooms.csv");
      say(packagedJar, "run", "rooms.csv", "--set=limits.patience=3s", "--set=retries=0");
      rooms("https://photos.example/a.jpg,moved\n");
      say(packagedJar, "run", "rooms.csv", "--set=limits.patience=3s", "--set=retries=0", "--json");
      for (var command : List.of("status", "resolve")) say(packagedJar, command, "rooms.csv");
      say(packagedJar, "query", "select * from render_ledger");

      assertThat(packagedJar.column("status"))
          .as(packagedJar.printed())
          .containsExactly(
              "rendered", "rendered", "failed", "refused", "unsure", "rendered", "not-bought");
      assertThat(provider.requestsWithKey.get()).isGreaterThan(PROMPTS.size());
      assertThat(packagedJar.printed()).contains("my word: ***");
      assertThat(CanaryKey.findIn(folder)).isEmpty();
    }
  }

  private void say(PackagedJar packagedJar, String... words)
      throws IOException, InterruptedException {
    packagedJar
        .start(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp")), words)
        .waitFor();
  }

  private void rooms(String more) throws IOException {
    var rooms = new StringBuilder("init_image,prompt\n");
    for (var prompt : PROMPTS) {
      rooms.append("https://photos.example/a.jpg,").append(prompt).append('\n');
    }
    Files.writeString(folder.resolve("rooms.csv"), rooms + "room.png,sofa\n" + more);
  }
}
