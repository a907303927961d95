package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

  @Test
  void answersV5AsTheProvidersOwnSampleDoes() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      var answer = sandboxClient.create("room");
      assertThat(answer.propertyNames())
          .containsExactly("status", "generationTime", "id", "output", "meta");
      assertThat(answer.path("id").isIntegralNumber()).isTrue();
      assertThat(answer.path("meta").propertyNames())
          .containsExactly(
              "prompt",
              "model_id",
              "controlnet_model",
              "controlnet_type",
              "negative_prompt",
              "scheduler",
              "safetychecker",
              "auto_hint",
              "guess_mode",
              "strength",
              "W",
              "H",
              "guidance_scale",
              "seed",
              "multi_lingual",
              "init_image",
              "mask_image",
              "steps",
              "full_url",
              "upscale",
              "n_samples",
              "embeddings",
              "lora",
              "outdir",
              "file_prefix");
      assertThat(answer.path("meta").path("lora").isNull()).isTrue();
      assertThat(answer.path("meta").path("prompt").asString()).isEqualTo(" room");
      assertThat(sandbox.url()).hasHost("127.0.0.1");
    }
  }

  @Test
  void answersV6WithProxyLinksAndRoomImage() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      var answer = SandboxClient.json(
          sandboxClient.post(SandboxClient.V6, sandboxClient.order("room").put("seed", 7)));
      assertThat(answer.path("proxy_links")).hasSize(1);
      assertThat(answer.path("meta").path("room_image").asString())
          .startsWith(sandbox.photosUrl().toString());
      assertThat(answer.path("meta").path("seed").asLong()).isEqualTo(7);
    }
  }

  @Test
  void refusesWhatTheProviderRefuses() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick().withKey("right"));
    try (var sandbox = sandboxClient.sandbox()) {
      var order = sandboxClient.order("room").put("key", "right");
      assertThat(
              sandboxClient.post(SandboxClient.V6, sandboxClient.order("room")).statusCode())
          .isEqualTo(401);
      assertThat(sandboxClient
              .post(SandboxClient.V6, order.deepCopy().put("guidance_scale", 40))
              .statusCode())
          .isEqualTo(400);
      assertThat(SandboxClient.json(
                  sandboxClient.post(SandboxClient.V5, order.deepCopy().without("prompt")))
              .toString())
          .contains("{\"prompt\":[\"The prompt field is required.\"]}");
      var lost = order.deepCopy().put("init_image", sandbox.photosUrl() + "../rooms.csv");
      assertThat(SandboxClient.json(sandboxClient.post(SandboxClient.V5, lost))
              .path("message")
              .asString())
          .isEqualTo("Unable to fetch image from provided URL");
      assertThat(sandboxClient.report().path("billed").asInt()).isZero();
    }
  }

  @Test
  void knowsNoOtherRouteAndNoGet() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      assertThat(sandboxClient
              .post("/api/v9/interior", sandboxClient.order("room"))
              .statusCode())
          .isEqualTo(404);
      assertThat(sandboxClient.get(SandboxClient.V5).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void saysThatItsPortIsTaken() throws Exception {
    try (var sandbox = Sandbox.start(SandboxClient.quick())) {
      var taken = SandboxClient.quick().withPort(sandbox.url().getPort());
      assertThatThrownBy(() -> Sandbox.start(taken)).isInstanceOf(BindException.class);
    }
  }

  @Test
  void showsNoFileOutsideItsPhotoFolder() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      assertThat(sandboxClient.get("/photos/living-room.jpg").statusCode()).isEqualTo(200);
      for (var path :
          new String[] {"%2e%2e/rooms.csv", "..%2frooms.csv", "%2fetc%2fpasswd", "%00", ""})
        assertThat(sandboxClient.get("/photos/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void followsNoLinkOutOfItsPhotoFolder(@TempDir Path folder) throws Exception {
    Files.createSymbolicLink(
        folder.resolve("room.jpg"), SandboxClient.SAMPLES.resolve("living-room.jpg"));
    var sandboxClient = SandboxClient.at(SandboxClient.quick().withPhotos(folder));
    try (var sandbox = sandboxClient.sandbox()) {
      assertThat(sandboxClient.get("/photos/room.jpg").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void closesAtOnceDespiteUnansweredExchanges() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    var unanswered = sandboxClient.start("[sandbox hang]");
    sandboxClient.create("room");
    sandboxClient.sandbox().close();
    assertThatThrownBy(unanswered::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  @Timeout(60)
  void holdsAThousandSlowCreatesAtTheSameTime() throws Exception {
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withLatency(Latency.of(Duration.ofHours(1))));
    try (var sandbox = sandboxClient.sandbox()) {
      for (var i = 0; i < 1000; i++) sandboxClient.start("room " + i);
      while (sandboxClient.report().path("most_at_once").asInt() < 1000) Thread.onSpinWait();
    }
  }

  @Test
  void answersAThousandCreatesThatCameTogether() throws Exception {
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withLatency(Latency.of(Duration.ofSeconds(1))));
    try (var sandbox = sandboxClient.sandbox()) {
      var renders = IntStream.range(0, 1000)
          .mapToObj(i -> sandboxClient.start("room " + i))
          .toList();
      for (var render : renders) assertThat(render.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void neverShowsItsKey() {
    assertThat(SandboxSettings.defaults().withKey("hush").toString()).doesNotContain("hush");
  }

  @Test
  void readsLatenciesFromText() {
    assertThat(Latency.parse("800ms")).isEqualTo(Latency.of(Duration.ofMillis(800)));
    assertThat(Latency.parse("2s..10s"))
        .isEqualTo(new Latency(Duration.ofSeconds(2), Duration.ofSeconds(10)));
    assertThatThrownBy(() -> Latency.parse("soon")).hasMessageContaining("'soon'");
  }

  @Test
  void namesWhatItCannotMisbehaveLike() {
    assertThatThrownBy(() -> SandboxSettings.defaults().withMisbehaviour(Map.of("rude", 0.5)))
        .hasMessageContaining("'rude'");
  }
}
