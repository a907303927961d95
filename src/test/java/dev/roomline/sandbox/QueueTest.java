package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueTest {

  @Test
  void refusesACreateAboveTheLimitAndBillsNothingForIt() throws Exception {
    var slow = Customer.quick().withQueue(2).withLatency(Latency.of(Duration.ofMillis(300)));
    var customer = Customer.at(slow);
    try (var sandbox = customer.sandbox()) {
      var answers =
          IntStream.range(0, 5).mapToObj(i -> customer.start("room " + i)).toList().stream()
              .map(answer -> answer.join())
              .toList();
      assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
          .hasSize(3)
          .allSatisfy(answer -> {
            assertThat(Customer.json(answer).path("message").asString())
                .isEqualTo("Rate limit exceeded. Maximum 2 queued requests allowed.");
            assertThat(Customer.json(answer).path("retry_after").asInt()).isPositive();
          });
      assertThat(customer.report().path("billed").asInt()).isEqualTo(2);
      assertThat(customer.report().path("refused_busy").asInt()).isEqualTo(3);
      assertThat(customer.report().path("most_queued").asInt()).isEqualTo(2);
    }
  }

  @Test
  void holdsAPlaceUntilAnAcceptedRenderIsFinishedThoughNobodyFetchesIt() throws Exception {
    var slow = Customer.quick()
        .withQueue(1)
        .withProcessingShare(1)
        .withLatency(Latency.of(Duration.ofMillis(400)));
    var customer = Customer.at(slow);
    try (var sandbox = customer.sandbox()) {
      assertThat(customer.create("first").path("status").asString()).isEqualTo("processing");
      assertThat(customer.create("second").path("status").asString()).isEqualTo("error");
      String status;
      do status = customer.create("second").path("status").asString();
      while (status.equals("error"));
      assertThat(status).isEqualTo("processing");
    }
  }

  @Test
  void aPlaceIsFreeTheMomentAFetchSaysSuccess() throws Exception {
    var slow = Customer.quick()
        .withQueue(1)
        .withProcessingShare(1)
        .withLatency(Latency.of(Duration.ofMillis(20)));
    var customer = Customer.at(slow);
    try (var sandbox = customer.sandbox()) {
      for (int i = 0; i < 10; i++) {
        var accepted = customer.create("room " + i);
        assertThat(accepted.path("status").asString()).isEqualTo("processing");
        while (!customer
            .fetch(accepted.path("id").asString())
            .path("status")
            .asString()
            .equals("success")) Thread.onSpinWait();
      }
      assertThat(customer.report().path("refused_busy").asInt()).isZero();
    }
  }

  @Test
  void hidesRefusalsInsideHttp200WhereAsked() throws Exception {
    var customer = Customer.at(Customer.quick().withCredits(0).withQueueErrorsAs200(true));
    try (var sandbox = customer.sandbox()) {
      var answer = customer.post(Customer.V6, customer.order("room"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Customer.json(answer).path("message").asString()).contains("Insufficient credits");
    }
  }

  @Test
  void keepsToItsPaceAfterTheBurst() throws Exception {
    var customer = Customer.at(Customer.quick().withRequestsPerMinute(1).withBurst(3));
    try (var sandbox = customer.sandbox()) {
      for (int i = 0; i < 5; i++) customer.create("room " + i);
      assertThat(customer.report().path("billed").asInt()).isEqualTo(3);
      assertThat(customer.report().path("refused_busy").asInt()).isEqualTo(2);
    }
  }

  @Test
  void sellsNoMoreThanItsCredits() throws Exception {
    var customer = Customer.at(Customer.quick().withCredits(2));
    try (var sandbox = customer.sandbox()) {
      for (int i = 0; i < 2; i++) customer.create("room " + i);
      assertThat(customer.post(Customer.V6, customer.order("more")).statusCode())
          .isEqualTo(402);
      assertThat(customer.report().path("billed").asInt()).isEqualTo(2);
    }
  }
}
