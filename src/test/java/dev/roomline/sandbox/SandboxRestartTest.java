package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxRestartTest {

  @Test
  void servesTheSameBytesAfterARestart() throws Exception {
    String address;
    byte[] before;
    var first = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = first.sandbox()) {
      address = first.create("japandi living room").path("output").path(0).asString();
      before = first.get(address).body();
    }
    var second = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = second.sandbox()) {
      assertThat(second.getHere(address).body()).isEqualTo(before);
    }
  }

  @Test
  void finishesWhatAnEarlierSandboxAccepted() throws Exception {
    var slow =
        SandboxClient.quick().withProcessingShare(1).withLatency(Latency.of(Duration.ofMillis(1)));
    String id;
    var first = SandboxClient.at(slow);
    try (var sandbox = first.sandbox()) {
      id = first.create("room").path("id").asString();
    }
    var second = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = second.sandbox()) {
      var done = second.fetch(id);
      assertThat(done.path("status").asString()).isEqualTo("success");
      var picture = second.get(done.path("output").path(0).asString());
      assertThat(picture.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void paintsTheRowsOwnRoomInItsStyle() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      var address = sandboxClient.create("Coastal calm").path("output").path(0).asString();
      assertThat(address).contains("/generations/living-room--coastal--");
      var png = sandboxClient.get(address);
      assertThat(png.headers().firstValue("Content-Type")).hasValue("image/png");
      assertThat(png.body()).hasSizeLessThan(150_000);
      var image = ImageIO.read(new ByteArrayInputStream(png.body()));
      assertThat(image.getWidth()).isEqualTo(640);
      var other = sandboxClient.create("Art deco").path("output").path(0).asString();
      assertThat(sandboxClient.get(other).body()).isNotEqualTo(png.body());
    }
  }

  @Test
  void drawsARoomForAPhotoItCannotSee() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      var order =
          sandboxClient.order("room").put("init_image", "https://photos.invalid/room.png?sig=1");
      var answer = SandboxClient.json(sandboxClient.post(SandboxClient.V5, order));
      var address = answer.path("output").path(0).asString();
      assertThat(address).contains("/generations/room--").doesNotContain("sig");
      assertThat(sandboxClient.get(address).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theSameOrderGetsTheSameSeedAtAnyPort() throws Exception {
    var seeds = new long[2];
    for (int i = 0; i < 2; i++) {
      var sandboxClient = SandboxClient.at(SandboxClient.quick());
      try (var sandbox = sandboxClient.sandbox()) {
        seeds[i] = sandboxClient.create("room").path("meta").path("seed").asLong();
      }
    }
    assertThat(seeds[0]).isEqualTo(seeds[1]).isBetween(0L, 0xffffffffL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v3/fetch/ID",
        "/api/v3/dreambooth/fetch/ID",
        "/api/v4/dreambooth/fetch",
        "/api/v6/interior/fetch/ID",
        "/api/v1/enterprise/interior/fetch/ID"
      })
  void fetchesUnderEveryPathOfTheProvider(String path) throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick().withProcessingShare(1));
    try (var sandbox = sandboxClient.sandbox()) {
      var id = sandboxClient.create("room").path("id").asString();
      var asked = SandboxClient.json("{\"key\":\"any\",\"request_id\":\"" + id + "\"}");
      var done = SandboxClient.json(sandboxClient.post(path.replace("ID", id), asked));
      assertThat(done.path("status").asString()).isEqualTo("success");
      assertThat(done.path("output")).hasSize(1);
    }
  }

  @Test
  void answersTheTrueEtaUnlessAFactorIsSet() throws Exception {
    var slow = SandboxClient.quick().withProcessingShare(1).withLatency(Latency.parse("20s"));
    for (double factor : new double[] {1, 0.5}) {
      var sandboxClient = SandboxClient.at(slow.withEtaFactor(factor));
      try (var sandbox = sandboxClient.sandbox()) {
        var accepted = sandboxClient.create("room");
        assertThat(accepted.path("eta").asDouble()).isEqualTo(20 * factor);
        var waiting = sandboxClient.fetch(accepted.path("id").asString());
        assertThat(waiting.path("output").asString()).isEmpty();
        assertThat(waiting.has("id")).isFalse();
      }
    }
  }
}
