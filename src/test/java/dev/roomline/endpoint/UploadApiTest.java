package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.endpoint.UploadOutcome.Busy;
import dev.roomline.endpoint.UploadOutcome.Closed;
import dev.roomline.endpoint.UploadOutcome.Failed;
import dev.roomline.endpoint.UploadOutcome.Refused;
import dev.roomline.endpoint.UploadOutcome.Uploaded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploading and deleting photos at the provider, which is free. */
class UploadApiTest {
  private static final byte[] PICTURE = "picture".getBytes(StandardCharsets.US_ASCII);
  private static final String DATA = "data:image/jpeg;base64,cGljdHVyZQ==";
  private static final String FOR_A_DAY =
      "{\"status\":\"success\",\"id\":1047,\"output\":[\"https:\\/\\/r2.dev\\/temp\\/7.png\"]}";
  private static final String FOR_LONG = "{\"status\":\"success\",\"messege\":\"image uploaded\","
      + "\"link\":\"https://r2.dev/generations/7.png\",\"request_id\":2398}";

  private final FakeProvider provider = new FakeProvider();

  UploadApiTest() throws IOException {}

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void base64ToUrlSendsTheDocumentedBody() throws Exception {
    provider.respondsWith(FOR_A_DAY);

    upload(provider.base(), UploadMethod.BASE64_TO_URL);

    assertThat(provider.paths()).containsExactly("/api/v6/base64_to_url");
    assertThat(provider.requests.get(0).body())
        .isEqualTo("{\"key\":\"s3cr3t/Key\",\"base64_string\":\"" + DATA + "\"}");
  }

  @Test
  void base64CropKeepsRoomsWhole() throws Exception {
    provider.respondsWith(FOR_LONG);

    upload(provider.base(), UploadMethod.BASE64_CROP);

    assertThat(provider.paths()).containsExactly("/api/v3/base64_crop");
    assertThat(provider.requests.get(0).body())
        .isEqualTo("{\"key\":\"s3cr3t/Key\",\"image\":\"" + DATA + "\",\"crop\":\"false\"}");
  }

  @Test
  void aLinkFromBase64ToUrlLastsADay() throws Exception {
    provider.respondsWith(FOR_A_DAY);

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL))
        .isEqualTo(new Uploaded("https://r2.dev/temp/7.png", "1047", Duration.ofHours(24)));
  }

  @Test
  void aLinkFromBase64CropHasNoEnd() throws Exception {
    provider.respondsWith(FOR_LONG);

    assertThat(upload(provider.base(), UploadMethod.BASE64_CROP))
        .isEqualTo(new Uploaded("https://r2.dev/generations/7.png", "2398", null));
  }

  @Test
  void aGatewaysPathStaysInFront() throws Exception {
    provider.respondsWith(FOR_A_DAY);

    upload(
        URI.create(provider.base() + "/gateway/api/v1/enterprise/interior/make"),
        UploadMethod.BASE64_TO_URL);

    assertThat(provider.paths()).containsExactly("/gateway/api/v6/base64_to_url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"success\",\"output\":[]}",
        "{\"status\":\"success\",\"link\":\"ftp://r2.dev/7.png\"}",
        "{\"status\":\"success\",\"output\":[\"data:image/png;base64,aaaa\"]}",
        "{\"status\":\"processing\",\"id\":7}",
        "{\"status\":\"failed\",\"messege\":\"Failed, Try Again\"}",
        "{\"status\":\"error\",\"message\":\"Internal server error. Please try again.\"}",
        "<html>hello</html>",
      })
  void withoutAWebAddressItMayBeTriedAgain(String answer) throws Exception {
    provider.respondsWith(answer);

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL)).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aServerThatStumblesIsTriedAgain(int http) throws Exception {
    provider.respondsWith(http, "<html>Bad Gateway</html>");

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL)).isInstanceOf(Failed.class);
  }

  @Test
  void aResetIsTriedAgain() throws Exception {
    try (var raw = new RawSocketProvider(client -> client.setSoLinger(true, 0))) {
      assertThat(upload(raw.base(), UploadMethod.BASE64_TO_URL)).isInstanceOf(Failed.class);
    }
  }

  @Test
  void anUnusedPortIsTriedAgain() throws Exception {
    var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    free.close();
    var unusedPort = URI.create("http://127.0.0.1:" + free.getLocalPort());

    assertThat(upload(unusedPort, UploadMethod.BASE64_TO_URL)).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "200 § {\"status\":\"error\",\"messege\":\"Invalid Api Key\"} § KEY",
        "401 § {} § KEY",
        "402 § {\"message\":\"Insufficient credits.\"} § CREDIT",
        "403 § {\"message\":\"This feature requires a premium subscription\"} § PLAN",
        "302 § {} § ADDRESS",
      })
  void anAccountThatIsRefusedIsRefusedHereToo(int http, String answer, Cause cause)
      throws Exception {
    provider.respondsWith(http, answer);

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL))
        .isInstanceOfSatisfying(Closed.class, it -> assertThat(it.cause()).isEqualTo(cause));
  }

  @ParameterizedTest
  @EnumSource(UploadMethod.class)
  void aWayThatIsNotServedNamesTheOther(UploadMethod method) throws Exception {
    provider.respondsWith(404, "");

    assertThat(upload(provider.base(), method))
        .isEqualTo(new Closed(
            Cause.ADDRESS,
            method + " is not available here; try --set uploads.way=" + method.other()
                + ", or put the photos on the web and set photos: to their address"));
  }

  @Test
  void theProvidersPauseIsHandedOn() throws Exception {
    provider.respondsWith(429, "{\"message\":\"Rate limit exceeded\",\"retry_after\":30}");

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL))
        .isEqualTo(new Busy(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "413 § <html>Request Entity Too Large</html>",
        "200 § {\"status\":\"error\",\"message\":{\"image\":[\"The image must be a picture.\"]}}",
        "200 § {\"status\":\"error\",\"messege\":\"nsfw\"}",
      })
  void aPhotoThatIsNotTakenIsRefused(int http, String answer) throws Exception {
    provider.respondsWith(http, answer);

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL)).isInstanceOf(Refused.class);
  }

  @Test
  void theKeyIsInNoOutcome() throws Exception {
    provider.respondsWith("{\"status\":\"error\",\"message\":\"no s3cr3t/Key, no\"}");

    assertThat(upload(provider.base(), UploadMethod.BASE64_TO_URL))
        .isEqualTo(new Refused("no ***, no"));
  }

  @Test
  void deletesByNumber() throws Exception {
    provider.respondsWith("{\"status\":\"success\",\"messege\":\"image deleted\"}");

    assertThat(delete("2398")).isTrue();
    assertThat(provider.paths()).containsExactly("/api/v3/delete_image");
    assertThat(provider.requests.get(0).body())
        .isEqualTo("{\"key\":\"s3cr3t/Key\",\"request_id\":2398,\"type\":\"image\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid request id", "Image not found"})
  void whatTheProviderDoesNotKnowIsGone(String message) throws Exception {
    provider.respondsWith("{\"status\":\"error\",\"messege\":\"" + message + "\"}");

    assertThat(delete("2398")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "500 § {}",
        "404 § <html>no such page</html>",
        "429 § {\"message\":\"Rate limit exceeded\"}",
        "200 § {\"status\":\"error\",\"message\":\"Invalid Api Key\"}",
        "200 § <html>hello</html>",
      })
  void whateverElseIsAnsweredLeavesItThere(int http, String answer) throws Exception {
    provider.respondsWith(http, answer, Map.of());

    assertThat(delete("2398")).isFalse();
  }

  private static UploadOutcome upload(URI base, UploadMethod method) throws InterruptedException {
    try (var client = client(base)) {
      return client.upload(PICTURE, "image/jpeg", method);
    }
  }

  private boolean delete(String requestId) throws InterruptedException {
    try (var client = client(provider.base())) {
      return client.delete(requestId);
    }
  }

  private static EndpointClient client(URI base) {
    var settings = EndpointSettings.of(base.toString(), null, Duration.ofSeconds(5));
    return new EndpointClient(settings, EndpointFixture.KEY);
  }
}
