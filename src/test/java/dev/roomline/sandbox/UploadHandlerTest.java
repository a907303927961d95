package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class UploadHandlerTest {
  private static final byte[] PHOTO = SandboxClient.photo(300, 600, 0xB08050, "jpeg");
  private static final String UNREACHABLE = "Unable to fetch image from provided URL";

  private final AdvanceableClock advanceableClock = new AdvanceableClock();
  private SandboxClient sandboxClient;

  @BeforeEach
  void open() throws Exception {
    sandboxClient = SandboxClient.at(SandboxClient.quick().withClock(advanceableClock));
  }

  @AfterEach
  void close() {
    sandboxClient.sandbox().close();
  }

  @Test
  void handsOutALinkForADay() {
    var answer = sandboxClient.upload(PHOTO, "image/jpeg");
    assertThat(answer.propertyNames()).containsExactly("status", "id", "output");
    assertThat(answer.path("id").isInt()).isTrue();
    assertThat(link(answer)).matches("http://127\\.0\\.0\\.1:\\d+/temp/\\d+\\.png");
  }

  @Test
  void servesTheVeryBytesUnderTheirTrueType() {
    var seen = sandboxClient.get(link(sandboxClient.upload(PHOTO, "image/jpeg")));
    assertThat(seen.body()).isEqualTo(PHOTO);
    assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
  }

  @Test
  void spellsTheLastingUploadAsTheProviderDoes() {
    var answer = lasting("false");
    assertThat(answer.propertyNames()).containsExactly("status", "messege", "link", "request_id");
    assertThat(answer.path("messege").asString()).isEqualTo("image uploaded");
    assertThat(answer.path("link").asString()).matches(".*/generations/\\d+\\.png");
  }

  @Test
  void leavesThePhotoWholeWhereCroppingIsOff() {
    assertThat(sandboxClient.get(lasting("false").path("link").asString()).body())
        .isEqualTo(PHOTO);
  }

  @Test
  void cropsToASquareUnlessCroppingIsOff() {
    var body = sandboxClient.uploading("image", SandboxClient.dataUri(PHOTO, "image/jpeg"));
    var answer = SandboxClient.json(sandboxClient.post(SandboxClient.FOR_LONG, body));
    var seen = SandboxClient.image(sandboxClient.get(answer.path("link").asString()));
    assertThat(seen.getWidth()).isEqualTo(seen.getHeight());
  }

  @Test
  void takesTheCropAsAStringOnly() {
    var body = sandboxClient.uploading("image", SandboxClient.dataUri(PHOTO, "image/jpeg"));
    var answer =
        SandboxClient.json(sandboxClient.post(SandboxClient.FOR_LONG, body.put("crop", false)));
    assertThat(answer.path("status").asString()).isEqualTo("error");
    assertThat(answer.path("message").has("crop")).isTrue();
  }

  @Test
  void rendersFromTheUploadedPicture() {
    var render = render(link(sandboxClient.upload(PHOTO, "image/jpeg")));
    var picture = SandboxClient.image(sandboxClient.get(link(render)));
    assertThat(picture.getWidth()).isEqualTo(320);
    assertThat(picture.getHeight()).isEqualTo(640);
  }

  @Test
  void forgetsAnUploadAfterADay() {
    var link = link(sandboxClient.upload(PHOTO, "image/jpeg"));
    advanceableClock.forward(Duration.ofHours(23));
    assertThat(sandboxClient.get(link).statusCode()).isEqualTo(200);
    advanceableClock.forward(Duration.ofHours(1));
    assertThat(sandboxClient.get(link).statusCode()).isEqualTo(404);
    assertThat(render(link).path("message").asString()).isEqualTo(UNREACHABLE);
    assertThat(sandboxClient.report().path("billed").asInt()).isZero();
  }

  @Test
  void keepsALastingUploadForMoreThanADay() {
    var link = lasting("false").path("link").asString();
    advanceableClock.forward(Duration.ofDays(30));
    assertThat(sandboxClient.get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void deletesWhatWasUploaded() {
    var uploaded = lasting("false");
    var link = uploaded.path("link").asString();
    var answer = sandboxClient.delete(uploaded.path("request_id").asLong());
    assertThat(answer.toString())
        .isEqualTo("{\"status\":\"success\",\"messege\":\"image deleted\"}");
    assertThat(sandboxClient.get(link).statusCode()).isEqualTo(404);
    assertThat(render(link).path("message").asString()).isEqualTo(UNREACHABLE);
  }

  @Test
  void deletesAnUploadOfADayToo() {
    var uploaded = sandboxClient.upload(PHOTO, "image/jpeg");
    assertThat(sandboxClient.delete(uploaded.path("id").asLong()).path("status").asString())
        .isEqualTo("success");
    assertThat(sandboxClient.get(link(uploaded)).statusCode()).isEqualTo(404);
  }

  @Test
  void deletesNothingTwice() {
    var id = lasting("false").path("request_id").asLong();
    sandboxClient.delete(id);
    assertThat(sandboxClient.delete(id).path("status").asString()).isEqualTo("error");
  }

  @Test
  void stillDrawsWhatWasRenderedFromADeletedPhoto() {
    var uploaded = sandboxClient.upload(PHOTO, "image/jpeg");
    var render = render(link(uploaded));
    sandboxClient.delete(uploaded.path("id").asLong());
    assertThat(SandboxClient.image(sandboxClient.get(link(render))).getWidth()).isEqualTo(320);
  }

  @Test
  void refusesMoreThanFiveMegabytes() {
    var answer = sandboxClient.upload(new byte[3_800_000], "image/jpeg");
    assertThat(answer.toString()).contains("must not be greater than 5 MB");
  }

  @Test
  void takesWhatFitsIntoFiveMegabytes() {
    var photo = Arrays.copyOf(PHOTO, 3_700_000);
    assertThat(sandboxClient.upload(photo, "image/jpeg").path("status").asString())
        .isEqualTo("success");
  }

  @ParameterizedTest
  @CsvSource({
    "aGVsbG8=,must be a base64 data URI",
    "'data:image/png,hello',must be a base64 data URI",
    "'data:text/plain;base64,aGVsbG8=',must be a base64 data URI",
    "'data:image/png;base64,aGVsbG8=',must be an image of type",
    "'data:image/png;base64,a*b',must be valid base64"
  })
  void refusesWhatIsNoPicture(String dataUri, String sentence) {
    var body = sandboxClient.uploading("base64_string", dataUri);
    var answer = sandboxClient.post(SandboxClient.FOR_A_DAY, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(SandboxClient.json(answer).path("message").asString()).contains(sentence);
  }

  @Test
  void refusesAPictureThatIsNotWhatItSays() {
    assertThat(sandboxClient.upload(PHOTO, "image/png").path("message").asString())
        .contains("says image/png and is image/jpeg");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v6/base64_to_url,Invalid API key",
    "/api/v3/base64_crop,Invalid Api Key",
    "/api/v3/delete_image,Invalid Api Key"
  })
  void refusesAWrongKeyAsElsewhere(String path, String words) throws Exception {
    var other = SandboxClient.at(SandboxClient.quick().withKey("right"));
    try (var sandbox = other.sandbox()) {
      var answer = other.post(path, other.uploading("image", "any"));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(SandboxClient.json(answer).path("message").asString()).isEqualTo(words);
    }
  }

  @Test
  void tellsItsUploadsInTheReport() {
    sandboxClient.upload(PHOTO, "image/jpeg");
    sandboxClient.upload(PHOTO, "image/jpeg");
    sandboxClient.delete(lasting("true").path("request_id").asLong());
    sandboxClient.upload(SandboxClient.photo(4, 4, 0, "png"), "image/png");
    var report = sandboxClient.report();
    assertThat(report.path("uploads").asInt()).isEqualTo(4);
    assertThat(report.path("distinct_uploads").asInt()).isEqualTo(2);
    assertThat(report.path("uploads_billed").asInt(-1)).isZero();
    assertThat(report.path("deletes").asInt()).isEqualTo(1);
  }

  @Test
  void seesThatTheSamePhotoUnderAnotherLinkIsTheSameRender() {
    for (int i = 0; i < 2; i++) render(link(sandboxClient.upload(PHOTO, "image/jpeg")));
    assertThat(sandboxClient.report().path("billed_twice")).hasSize(1);
  }

  @Test
  void remembersNoUploadOfAnEarlierSandboxButItsShape() throws Exception {
    var link = link(sandboxClient.upload(PHOTO, "image/jpeg"));
    var picture = link(render(link));
    var later = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = later.sandbox()) {
      var order = later.order("coastal").put("init_image", link);
      assertThat(SandboxClient.json(later.post(SandboxClient.V5, order))
              .path("message")
              .asString())
          .isEqualTo(UNREACHABLE);
      var drawn = SandboxClient.image(later.getHere(picture));
      assertThat((double) drawn.getHeight() / drawn.getWidth()).isCloseTo(2, offset(0.01));
    }
  }

  @Test
  void leavesNothingOnDiskAtTheEnd() {
    var uploads = new Uploads(Clock.systemUTC());
    var upload = uploads.keep(new DataUri("image/jpeg", PHOTO), "/temp/", Instant.MAX);
    var file = Objects.requireNonNull(uploads.find(upload.name())).file();
    assertThat(file).exists();
    uploads.close();
    assertThat(Files.exists(file.getParent())).isFalse();
  }

  private JsonNode lasting(String crop) {
    var body = sandboxClient.uploading("image", SandboxClient.dataUri(PHOTO, "image/jpeg"));
    return SandboxClient.json(sandboxClient.post(SandboxClient.FOR_LONG, body.put("crop", crop)));
  }

  private JsonNode render(String photo) {
    var order = sandboxClient.order("coastal").put("init_image", photo);
    return SandboxClient.json(sandboxClient.post(SandboxClient.V5, order));
  }

  private static String link(JsonNode answer) {
    return answer.path("output").path(0).asString();
  }
}
