package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.Door;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.Ticket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An accepted render is paid: asking for it is free, and giving it up is the last thing done. */
class CollectingTest {

  private static final String READY =
      "{\"status\":\"success\",\"id\":454,\"output\":[\"https://r2.dev/1.png\"]}";
  private static final String LATER =
      "{\"status\":\"processing\",\"message\":\"try again later.\",\"output\":\"\"}";
  private static final String NO_SUCH_ID =
      "{\"status\":\"failed\",\"message\":\"Invalid request id\"}";
  private static final Accepted WAITING = new Accepted(new Ticket("77", null, Duration.ZERO));

  private final FakeVendor vendor = new FakeVendor();
  private EndpointClient client = client(Family.V6);

  CollectingTest() throws IOException {}

  @AfterEach
  void close() {
    client.close();
    vendor.close();
  }

  @Test
  void waitsUntilTheRenderIsThere() throws Exception {
    vendor
        .answers(LATER)
        .answers(LATER.replace("\"output\"", "\"eta\":12.5,\"output\""))
        .answers(READY);
    var collecting = collecting("77");

    assertThat(collecting.ask()).isEqualTo(WAITING);
    assertThat(collecting.ask())
        .isEqualTo(new Accepted(new Ticket("77", null, Duration.ofMillis(12_500))));
    assertThat(collecting.ask())
        .isInstanceOfSatisfying(
            Rendered.class, it -> assertThat(it.render().requestId()).isEqualTo("77"));
  }

  @Test
  void eachFamilyIsAskedAtItsOwnAddress() throws Exception {
    vendor.answers(READY);
    for (var family : Family.values()) {
      client.close();
      client = client(family);
      collecting("a b/../c").ask();
    }

    assertThat(vendor.paths())
        .containsExactly(
            "/api/v4/dreambooth/fetch",
            "/api/v6/interior/fetch/a%20b%2F..%2Fc",
            "/api/v1/enterprise/interior/fetch/a%20b%2F..%2Fc");
    assertThat(vendor.asked.get(0).body())
        .isEqualTo("{\"key\":\"s3cr3t/Key\",\"request_id\":\"a b/../c\"}");
    assertThat(vendor.asked.get(1).body()).isEqualTo("{\"key\":\"s3cr3t/Key\"}");
  }

  @Test
  void theVendorsOwnHintIsAskedFirst() throws Exception {
    vendor.answers(READY);
    var hint = vendor.base() + "/api/v3/dreambooth/fetch/77";

    client.collecting(new Ticket("77", hint, Duration.ZERO)).ask();

    assertThat(vendor.paths()).containsExactly("/api/v3/dreambooth/fetch/77");
  }

  @Test
  void aForeignHintIsNeverSentTheKey() throws Exception {
    try (var foreign = new FakeVendor().answers(READY)) {
      vendor.answers(READY);

      client
          .collecting(new Ticket("77", foreign.base() + "/fetch/77", Duration.ZERO))
          .ask();

      assertThat(foreign.asked).isEmpty();
      assertThat(vendor.paths()).containsExactly("/api/v6/interior/fetch/77");
    }
  }

  @Test
  void anAddressThatDoesNotKnowTheRenderIsLeftForTheNext() throws Exception {
    client.close();
    client = client(Family.V5);
    vendor.answers(404, "").answers(NO_SUCH_ID).answers(LATER).answers(READY);
    var hint = vendor.base() + "/api/v3/dreambooth/fetch/77";
    var collecting = client.collecting(new Ticket("77", hint, Duration.ZERO));

    assertThat(collecting.ask()).isInstanceOf(Accepted.class);
    assertThat(collecting.ask()).isInstanceOf(Rendered.class);
    assertThat(vendor.paths())
        .containsExactly(
            "/api/v3/dreambooth/fetch/77",
            "/api/v4/dreambooth/fetch",
            "/api/v3/fetch/77",
            "/api/v3/fetch/77");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      404 | <html>not found</html>
      405 | ~~
      404 | {"status":"error","message":"Request not found"}
      200 | {"status":"failed","message":"Invalid request id"}
      200 | {"status":"error","message":"Something strange"}
      200 | {"status":"error","message":{"request_id":["is odd"]}}
      400 | ~~
      """)
  void aRenderNobodyKnowsIsLostAtTheThirdAsk(int http, String body) throws Exception {
    vendor.answers(http, body);
    var collecting = collecting("77");

    assertThat(List.of(collecting.ask(), collecting.ask())).containsOnly(WAITING);
    assertThat(collecting.ask())
        .isInstanceOfSatisfying(
            Unsure.class, it -> assertThat(it.reason()).startsWith("accepted as 77, then lost"));
  }

  @Test
  void onlyNonsenseInARowCounts() throws Exception {
    vendor.answers(404, "").answers(404, "").answers(LATER).answers(404, "").answers(READY);
    var collecting = collecting("77");

    RenderOutcome last = WAITING;
    for (var i = 0; i < 5; i++) last = collecting.ask();

    assertThat(last).isInstanceOf(Rendered.class);
  }

  @Test
  void successWithoutAPictureIsSpoiledAtTheThirdAsk() throws Exception {
    vendor.answers("{\"status\":\"success\",\"id\":77,\"output\":[]}");
    var collecting = collecting("77");

    assertThat(List.of(collecting.ask(), collecting.ask())).containsOnly(WAITING);
    assertThat(collecting.ask()).isInstanceOf(Spoiled.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      500 | <html>oops</html>
      502 | ~~
      503 | {"status":"error","message":"Service temporarily unavailable"}
      408 | ~~
      200 | <html>just a moment</html>
      200 | {"status":"success","output":["htt
      200 | {"status":"error","message":"Internal server error. Please try again."}
      200 | {"message":"no status"}
      """)
  void aServerThatStumblesIsAskedAgainForAsLongAsItTakes(int http, String body) throws Exception {
    vendor.answers(http, body);
    var collecting = collecting("77");

    for (var i = 0; i < 5; i++) assertThat(collecting.ask()).isEqualTo(WAITING);
  }

  @Test
  void aServerThatIsAwayIsAskedAgain() throws Exception {
    var collecting = collecting("77");
    vendor.close();

    for (var i = 0; i < 5; i++) assertThat(collecting.ask()).isEqualTo(WAITING);
  }

  @Test
  void failureIsFinal() throws Exception {
    vendor.answers("{\"status\":\"failed\",\"message\":\"Failed, Try Again\",\"output\":\"\"}");

    assertThat(collecting("77").ask()).isEqualTo(new Spoiled("Failed, Try Again"));
  }

  @Test
  void beingAskedToSlowDownLosesNothing() throws Exception {
    vendor.answers(429, "", Map.of("Retry-After", "9"));
    var collecting = collecting("77");

    for (var i = 0; i < 5; i++) {
      assertThat(collecting.ask()).isEqualTo(new Busy(Duration.ofSeconds(9), false));
    }
  }

  @ParameterizedTest
  @CsvSource({"401, KEY", "402, CREDIT", "403, PLAN", "301, ADDRESS"})
  void aClosedAccountLeavesTheRenderWhereItIs(int http, Door door) throws Exception {
    vendor.answers(http, "");

    assertThat(collecting("77").ask())
        .isInstanceOfSatisfying(Closed.class, it -> assertThat(it.door()).isEqualTo(door));
  }

  private Collecting collecting(String id) {
    return client.collecting(new Ticket(id, null, Duration.ZERO));
  }

  private EndpointClient client(Family family) {
    return new EndpointClient(
        Samples.settings(vendor.base(), family, Duration.ofSeconds(5)), Samples.KEY);
  }
}
