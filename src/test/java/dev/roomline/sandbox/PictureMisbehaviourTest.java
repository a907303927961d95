package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PictureMisbehaviourTest {
  private SandboxClient sandboxClient;

  @BeforeEach
  void open() throws Exception {
    sandboxClient = SandboxClient.at(SandboxClient.quick());
  }

  @AfterEach
  void close() {
    sandboxClient.sandbox().close();
  }

  @Test
  void sendsASlowPictureWhileOthersAreServed() {
    var slow = IntStream.range(0, 40)
        .mapToObj(i ->
            sandboxClient.startGet(sandboxClient.picture("room " + i + " [sandbox slow-picture]")))
        .toList();
    assertThat(sandboxClient.get(sandboxClient.picture("meanwhile")).statusCode())
        .isEqualTo(200);
    assertThat(slow).noneMatch(picture -> picture.isDone());
  }

  @Test
  void sendsEveryPictureAtTheGivenRate() throws Exception {
    var other = SandboxClient.at(SandboxClient.quick().withPictureRate(200_000));
    try (var sandbox = other.sandbox()) {
      var picture = other.picture("room");
      var from = System.nanoTime();
      var bytes = other.get(picture).body().length;
      // The first slice of a tenth of a second leaves at once.
      var least = Math.max(0, bytes / 200_000.0 - 0.2);
      assertThat((System.nanoTime() - from) / 1e9).isGreaterThan(least).isGreaterThan(0.1);
    }
  }

  @Test
  void floodsAClientThatKeepsReading() throws Exception {
    var request = HttpRequest.newBuilder(
            URI.create(sandboxClient.picture("room [sandbox oversized]")))
        .build();
    var answer = sandboxClient.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    try (var body = answer.body()) {
      assertThat(body.readNBytes(4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
      assertThat(body.skip(60_000_000)).isEqualTo(60_000_000);
    }
  }

  @Test
  void saysTwentyThousandPixelsInAFewBytes() throws Exception {
    var answer = sandboxClient.get(sandboxClient.picture("room [sandbox huge-header]"));
    assertThat(answer.body()).hasSizeLessThan(1000);
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(answer.body()))) {
      var reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in);
      assertThat(reader.getWidth(0)).isEqualTo(20_000);
      assertThat(reader.getHeight(0)).isEqualTo(20_000);
    }
  }

  @Test
  void sendsTheClientToTheMetadataAddress() {
    var answer = sandboxClient.get(sandboxClient.picture("room [sandbox redirect-picture]"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("http://169.254.169.254/latest/meta-data/");
  }

  @Test
  void movesThePictureToAnotherPath() {
    var moved = sandboxClient.get(sandboxClient.picture("room [sandbox moved-picture]"));
    assertThat(moved.statusCode()).isEqualTo(302);
    var elsewhere = moved.headers().firstValue("Location").orElseThrow();
    assertThat(elsewhere).startsWith("/cdn/");
    assertThat(sandboxClient.get(elsewhere).headers().firstValue("Content-Type"))
        .hasValue("image/png");
  }

  @ParameterizedTest
  @CsvSource({"forbidden-picture,403", "expired,404", "proxy-heals,404", "refetch-heals,404"})
  void refusesThePictureForEver(String name, int status) {
    var address = sandboxClient.picture("room [sandbox " + name + "]");
    for (int i = 0; i < 5; i++)
      assertThat(sandboxClient.get(address).statusCode()).isEqualTo(status);
  }

  @Test
  void sendsThePhotoItself() throws Exception {
    var answer = sandboxClient.get(sandboxClient.picture("room [sandbox same-picture]"));
    assertThat(answer.body())
        .isEqualTo(Files.readAllBytes(SandboxClient.SAMPLES.resolve("living-room.jpg")));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
  }

  @ParameterizedTest
  @CsvSource({"small-picture,256,171", "squeezed,384,427"})
  void sendsThePictureInAnotherSize(String name, int width, int height) {
    var image = SandboxClient.image(
        sandboxClient.get(sandboxClient.picture("room [sandbox " + name + "]")));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  @Test
  void losesTheConnectionHalfWayOnce() {
    var address = sandboxClient.picture("room [sandbox reset-picture]");
    assertThatThrownBy(() -> sandboxClient.get(address)).isInstanceOf(SandboxClient.Dropped.class);
    assertThat(sandboxClient.get(address).statusCode()).isEqualTo(200);
  }

  @Test
  void truncatesAlwaysWhereTheScriptSaysZero() {
    var whole = sandboxClient.get(sandboxClient.picture("room")).body().length;
    var address = sandboxClient.picture("room [sandbox truncated 0]");
    for (int i = 0; i < 5; i++)
      assertThat(sandboxClient.get(address).body()).hasSizeLessThan(whole * 3 / 4);
  }

  @ParameterizedTest
  @CsvSource({"404-first,2", "html-picture,1", "truncated,1"})
  void healsByItselfAfterSoManyRequests(String name, int times) {
    var whole = sandboxClient.get(sandboxClient.picture("room")).body().length;
    var address = sandboxClient.picture("room [sandbox " + name + "]");
    for (int i = 0; i < times; i++)
      assertThat(sandboxClient.get(address).body().length).isLessThan(whole * 3 / 4);
    assertThat(sandboxClient.get(address).body().length).isGreaterThan(whole * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {SandboxClient.V5, SandboxClient.V6})
  void showsThePictureUnderItsProxyLink(String create) {
    var answer = SandboxClient.json(
        sandboxClient.post(create, sandboxClient.order("[sandbox proxy-heals]")));
    assertThat(sandboxClient.get(answer.path("output").path(0).asString()).statusCode())
        .isEqualTo(404);
    assertThat(sandboxClient.get(answer.path("proxy_links").path(0).asString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void tellsTheProxyLinkAtFetchToo() throws Exception {
    var other = SandboxClient.at(SandboxClient.quick().withProcessingShare(1));
    try (var sandbox = other.sandbox()) {
      var id = other.create("[sandbox proxy-heals]").path("id").asString();
      var proxy = other.fetch(id).path("proxy_links").path(0).asString();
      assertThat(other.get(proxy).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void handsOutAWorkingLinkToWhoFetchesADeliveredRender() {
    var answer = sandboxClient.create("room [sandbox refetch-heals]");
    assertThat(sandboxClient.get(link(answer)).statusCode()).isEqualTo(404);
    var again = sandboxClient.fetch(answer.path("id").asString());
    assertThat(sandboxClient.get(link(again)).statusCode()).isEqualTo(200);
  }

  @Test
  void handsOutAWorkingLinkAtTheSecondFetchOfAnAcceptedRender() throws Exception {
    var other = SandboxClient.at(SandboxClient.quick().withProcessingShare(1));
    try (var sandbox = other.sandbox()) {
      var id = other.create("room [sandbox refetch-heals]").path("id").asString();
      assertThat(other.get(link(other.fetch(id))).statusCode()).isEqualTo(404);
      assertThat(other.get(link(other.fetch(id))).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void countsThePicturesThatArrivedWhole() {
    sandboxClient.get(sandboxClient.picture("room"));
    sandboxClient.get(sandboxClient.picture("room [sandbox forbidden-picture]"));
    assertThat(sandboxClient.report().path("pictures").asInt()).isEqualTo(2);
    assertThat(sandboxClient.report().path("picture_downloads").asInt()).isEqualTo(1);
  }

  @Test
  void finishesASlowPictureInTheEnd() throws Exception {
    var other = SandboxClient.at(SandboxClient.quick().withPictureRate(1_000_000));
    try (var sandbox = other.sandbox()) {
      var picture = other.startGet(other.picture("room")).get(60, TimeUnit.SECONDS);
      assertThat(SandboxClient.image(picture).getWidth()).isEqualTo(640);
    }
  }

  private static String link(JsonNode answer) {
    return answer.path("output").path(0).asString();
  }
}
