package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.RenderTicket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An accepted render is paid: polling is free, and it is given up only as a last resort. */
class RenderPollTest {

  private static final String READY =
      "{\"status\":\"success\",\"id\":454,\"output\":[\"https://r2.dev/1.png\"]}";
  private static final String LATER =
      "{\"status\":\"processing\",\"message\":\"try again later.\",\"output\":\"\"}";
  private static final String NO_SUCH_ID =
      "{\"status\":\"failed\",\"message\":\"Invalid request id\"}";
  private static final Accepted WAITING = new Accepted(new RenderTicket("77", null, Duration.ZERO));

  private final FakeProvider provider = new FakeProvider();
  private EndpointClient client = client(ApiFamily.V6);

  RenderPollTest() throws IOException {}

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void waitsUntilTheRenderIsThere() throws Exception {
    provider
        .respondsWith(LATER)
        .respondsWith(LATER.replace("\"output\"", "\"eta\":12.5,\"output\""))
        .respondsWith(READY);
    var poll = collecting("77");

    assertThat(poll.ask()).isEqualTo(WAITING);
    assertThat(poll.ask())
        .isEqualTo(new Accepted(new RenderTicket("77", null, Duration.ofMillis(12_500))));
    assertThat(poll.ask())
        .isInstanceOfSatisfying(
            Rendered.class, it -> assertThat(it.render().requestId()).isEqualTo("77"));
  }

  @Test
  void eachFamilyIsAskedAtItsOwnAddress() throws Exception {
    provider.respondsWith(READY);
    for (var family : ApiFamily.values()) {
      client.close();
      client = client(family);
      collecting("a b/../c").ask();
    }

    assertThat(provider.paths())
        .containsExactly(
            "/api/v4/dreambooth/fetch",
            "/api/v6/interior/fetch/a%20b%2F..%2Fc",
            "/api/v1/enterprise/interior/fetch/a%20b%2F..%2Fc");
    assertThat(provider.requests.get(0).body())
        .isEqualTo("{\"key\":\"s3cr3t/Key\",\"request_id\":\"a b/../c\"}");
    assertThat(provider.requests.get(1).body()).isEqualTo("{\"key\":\"s3cr3t/Key\"}");
  }

  @Test
  void theProvidersOwnHintIsAskedFirst() throws Exception {
    provider.respondsWith(READY);
    var hint = provider.base() + "/api/v3/dreambooth/fetch/77";

    client.collecting(new RenderTicket("77", hint, Duration.ZERO)).ask();

    assertThat(provider.paths()).containsExactly("/api/v3/dreambooth/fetch/77");
  }

  @Test
  void aForeignHintIsNeverSentTheKey() throws Exception {
    try (var foreign = new FakeProvider().respondsWith(READY)) {
      provider.respondsWith(READY);

      client
          .collecting(new RenderTicket("77", foreign.base() + "/fetch/77", Duration.ZERO))
          .ask();

      assertThat(foreign.requests).isEmpty();
      assertThat(provider.paths()).containsExactly("/api/v6/interior/fetch/77");
    }
  }

  @Test
  void anAddressThatDoesNotKnowTheRenderIsLeftForTheNext() throws Exception {
    client.close();
    client = client(ApiFamily.V5);
    provider.respondsWith(404, "").respondsWith(NO_SUCH_ID).respondsWith(LATER).respondsWith(READY);
    var hint = provider.base() + "/api/v3/dreambooth/fetch/77";
    var poll = client.collecting(new RenderTicket("77", hint, Duration.ZERO));

    assertThat(poll.ask()).isInstanceOf(Accepted.class);
    assertThat(poll.ask()).isInstanceOf(Rendered.class);
    assertThat(provider.paths())
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
  void anUnknownRenderIsLostAtTheThirdPoll(int http, String body) throws Exception {
    provider.respondsWith(http, body);
    var poll = collecting("77");

    assertThat(List.of(poll.ask(), poll.ask())).containsOnly(WAITING);
    assertThat(poll.ask())
        .isInstanceOfSatisfying(
            Unsure.class, it -> assertThat(it.reason()).startsWith("accepted as 77, then lost"));
  }

  @Test
  void onlyNonsenseInARowCounts() throws Exception {
    provider
        .respondsWith(404, "")
        .respondsWith(404, "")
        .respondsWith(LATER)
        .respondsWith(404, "")
        .respondsWith(READY);
    var poll = collecting("77");

    RenderOutcome last = WAITING;
    for (var i = 0; i < 5; i++) last = poll.ask();

    assertThat(last).isInstanceOf(Rendered.class);
  }

  @Test
  void successWithoutAPictureIsFailedAtTheThirdPoll() throws Exception {
    provider.respondsWith("{\"status\":\"success\",\"id\":77,\"output\":[]}");
    var poll = collecting("77");

    assertThat(List.of(poll.ask(), poll.ask())).containsOnly(WAITING);
    assertThat(poll.ask()).isInstanceOf(Failed.class);
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
    provider.respondsWith(http, body);
    var poll = collecting("77");

    for (var i = 0; i < 5; i++) assertThat(poll.ask()).isEqualTo(WAITING);
  }

  @Test
  void aServerThatIsAwayIsAskedAgain() throws Exception {
    var poll = collecting("77");
    provider.close();

    for (var i = 0; i < 5; i++) assertThat(poll.ask()).isEqualTo(WAITING);
  }

  @Test
  void failureIsFinal() throws Exception {
    provider.respondsWith(
        "{\"status\":\"failed\",\"message\":\"Failed, Try Again\",\"output\":\"\"}");

    assertThat(collecting("77").ask()).isEqualTo(new Failed("Failed, Try Again"));
  }

  @Test
  void beingAskedToSlowDownLosesNothing() throws Exception {
    provider.respondsWith(429, "", Map.of("Retry-After", "9"));
    var poll = collecting("77");

    for (var i = 0; i < 5; i++) {
      assertThat(poll.ask()).isEqualTo(new Busy(Duration.ofSeconds(9), false));
    }
  }

  @ParameterizedTest
  @CsvSource({"401, KEY", "402, CREDIT", "403, PLAN", "301, ADDRESS"})
  void aClosedAccountLeavesTheRenderWhereItIs(int http, Cause cause) throws Exception {
    provider.respondsWith(http, "");

    assertThat(collecting("77").ask())
        .isInstanceOfSatisfying(
            EndpointUnusable.class, it -> assertThat(it.cause()).isEqualTo(cause));
  }

  private RenderPoll collecting(String id) {
    return client.collecting(new RenderTicket(id, null, Duration.ZERO));
  }

  private EndpointClient client(ApiFamily family) {
    return new EndpointClient(
        EndpointFixture.settings(provider.base(), family, Duration.ofSeconds(5)),
        EndpointFixture.KEY);
  }
}
