package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.endpoint.AccountReply.Answered;
import dev.roomline.endpoint.AccountReply.KeyRefused;
import dev.roomline.endpoint.AccountReply.Moved;
import dev.roomline.endpoint.AccountReply.NotAnswered;
import dev.roomline.endpoint.AccountReply.Unreachable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the length of the queue, and what the answer says about the account. */
class AccountReplyTest {
  private final FakeProvider provider = new FakeProvider();

  AccountReplyTest() throws IOException {}

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void theDocumentedAnswerIsRead() throws Exception {
    provider.respondsWith(
        "{\"status\":\"success\",\"processing_count\":3,\"message\":\"3 in work\"}");

    assertThat(queue().reply()).isEqualTo(new Answered<>(3L));
    assertThat(provider.paths()).containsExactly("/api/v6/processing/request_count");
    assertThat(provider.requests.get(0).method()).isEqualTo("POST");
    assertThat(provider.requests.get(0).body()).isEqualTo("{\"key\":\"s3cr3t/Key\"}");
  }

  @ParameterizedTest
  @CsvSource({"401,Invalid API key", "401,nope", "403,API key required", "200,Invalid Api Key"})
  void aRefusedKeyIsRecognizedByStatusOrMessage(int http, String words) throws Exception {
    provider.respondsWith(http, "{\"status\":\"error\",\"message\":\"" + words + "\"}");

    assertThat(queue().reply()).isInstanceOf(KeyRefused.class);
  }

  @Test
  void theKeyIsNotRepeated() throws Exception {
    provider.respondsWith(
        401, "{\"status\":\"error\",\"message\":\"Invalid API key s3cr3t/Key given\"}");

    assertThat(queue().reply().reason()).contains("***").doesNotContain("s3cr3t");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    provider.respondsWith(302, "", Map.of("Location", "https://elsewhere.example/"));

    assertThat(queue().reply())
        .isEqualTo(new Moved<>("HTTP 302: moved to https://elsewhere.example/"));
    assertThat(provider.requests).hasSize(1);
  }

  @Test
  void aServerThatIsNotWellIsAway() throws Exception {
    provider.respondsWith(503, "<html>");

    assertThat(queue().reply()).isEqualTo(new Unreachable<>("HTTP 503"));
  }

  @Test
  void anUnusedPortIsUnreachableWithoutMentionOfSending() throws Exception {
    provider.close();

    var reply = queue().reply();

    assertThat(reply).isInstanceOf(Unreachable.class);
    assertThat(reply.reason()).startsWith("no connection: ").doesNotContain("sent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{}",
        "{\"status\":\"success\"}",
        "{\"status\":\"success\",\"processing_count\":-1}",
        "{\"status\":\"success\",\"processing_count\":\"many\"}",
        "{\"status\":\"error\",\"processing_count\":3}"
      })
  void anyOtherAnswerIsNotAnswered(String body) throws Exception {
    provider.respondsWith(body);

    assertThat(queue().reply()).isInstanceOf(NotAnswered.class);
  }

  @Test
  void theProvidersClockIsRead() throws Exception {
    provider.respondsWith("{}");

    assertThat(queue().date().orElseThrow())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  private AccountReply<Long> queue() throws InterruptedException {
    var settings = EndpointSettings.of(provider.base().toString(), null, Duration.ofSeconds(10));
    try (var client = new EndpointClient(settings, ApiKey.from("s3cr3t/Key"))) {
      return client.askQueue();
    }
  }
}
