package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueTest {

  @Test
  void refusesACreateAboveTheLimitAndBillsNothingForIt() throws Exception {
    var slow = SandboxClient.quick().withQueue(2).withLatency(Latency.of(Duration.ofMillis(300)));
    var sandboxClient = SandboxClient.at(slow);
    try (var sandbox = sandboxClient.sandbox()) {
      var answers =
          IntStream.range(0, 5).mapToObj(i -> sandboxClient.start("room " + i)).toList().stream()
              .map(answer -> answer.join())
              .toList();
      assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
          .hasSize(3)
          .allSatisfy(answer -> {
            assertThat(SandboxClient.json(answer).path("message").asString())
                .isEqualTo("Rate limit exceeded. Maximum 2 queued requests allowed.");
            assertThat(SandboxClient.json(answer).path("retry_after").asInt()).isPositive();
          });
      assertThat(sandboxClient.report().path("billed").asInt()).isEqualTo(2);
      assertThat(sandboxClient.report().path("refused_busy").asInt()).isEqualTo(3);
      assertThat(sandboxClient.report().path("most_queued").asInt()).isEqualTo(2);
    }
  }

  @Test
  void holdsAPlaceUntilAnAcceptedRenderIsFinishedEvenIfItIsNotFetched() throws Exception {
    var slow = SandboxClient.quick()
        .withQueue(1)
        .withProcessingShare(1)
        .withLatency(Latency.of(Duration.ofMillis(400)));
    var sandboxClient = SandboxClient.at(slow);
    try (var sandbox = sandboxClient.sandbox()) {
      assertThat(sandboxClient.create("first").path("status").asString()).isEqualTo("processing");
      assertThat(sandboxClient.create("second").path("status").asString()).isEqualTo("error");
      String status;
      do status = sandboxClient.create("second").path("status").asString();
      while (status.equals("error"));
      assertThat(status).isEqualTo("processing");
    }
  }

  @Test
  void aPlaceIsFreeTheMomentAFetchSaysSuccess() throws Exception {
    var slow = SandboxClient.quick()
        .withQueue(1)
        .withProcessingShare(1)
        .withLatency(Latency.of(Duration.ofMillis(20)));
    var sandboxClient = SandboxClient.at(slow);
    try (var sandbox = sandboxClient.sandbox()) {
      for (int i = 0; i < 10; i++) {
        var accepted = sandboxClient.create("room " + i);
        assertThat(accepted.path("status").asString()).isEqualTo("processing");
        while (!sandboxClient
            .fetch(accepted.path("id").asString())
            .path("status")
            .asString()
            .equals("success")) Thread.onSpinWait();
      }
      assertThat(sandboxClient.report().path("refused_busy").asInt()).isZero();
    }
  }

  @Test
  void hidesRefusalsInsideHttp200WhereAsked() throws Exception {
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withCredits(0).withQueueErrorsAs200(true));
    try (var sandbox = sandboxClient.sandbox()) {
      var answer = sandboxClient.post(SandboxClient.V6, sandboxClient.order("room"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(SandboxClient.json(answer).path("message").asString())
          .contains("Insufficient credits");
    }
  }

  @Test
  void keepsToItsRateLimitAfterTheBurst() throws Exception {
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withRequestsPerMinute(1).withBurst(3));
    try (var sandbox = sandboxClient.sandbox()) {
      for (int i = 0; i < 5; i++) sandboxClient.create("room " + i);
      assertThat(sandboxClient.report().path("billed").asInt()).isEqualTo(3);
      assertThat(sandboxClient.report().path("refused_busy").asInt()).isEqualTo(2);
    }
  }

  @Test
  void sellsNoMoreThanItsCredits() throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick().withCredits(2));
    try (var sandbox = sandboxClient.sandbox()) {
      for (int i = 0; i < 2; i++) sandboxClient.create("room " + i);
      assertThat(
              sandboxClient.post(SandboxClient.V6, sandboxClient.order("more")).statusCode())
          .isEqualTo(402);
      assertThat(sandboxClient.report().path("billed").asInt()).isEqualTo(2);
    }
  }
}
