package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportTest {

  @Test
  void tellsWhenARenderCameAndHowLongItWasToTake() throws Exception {
    var before = Instant.now().toEpochMilli();
    var customer = Customer.at(Customer.quick().withLatency(Latency.of(Duration.ofMillis(3))));
    try (var sandbox = customer.sandbox()) {
      customer.create("room");
      var render = only(customer.report());
      assertThat(render.path("came_at").asLong())
          .isBetween(before, Instant.now().toEpochMilli());
      assertThat(render.path("millis").asLong()).isEqualTo(3);
    }
  }

  @Test
  void tellsTheFirstAndTheLastCreateWithoutCountingPerRender() throws Exception {
    var watch = new Watch();
    var customer = Customer.at(Customer.quick().withPerRowCounts(false).withClock(watch));
    try (var sandbox = customer.sandbox()) {
      for (int i = 0; i < 3; i++) {
        customer.create("room " + i);
        watch.forward(Duration.ofMinutes(1));
      }
      var report = customer.report();
      assertThat(report.path("last_create_at").asLong()
              - report.path("first_create_at").asLong())
          .isBetween(120_000L, 170_000L);
      assertThat(report.has("by_render")).isFalse();
    }
  }

  @Test
  void beginsAnewAsIfNothingHadBeenOrdered() throws Exception {
    var slow = Customer.quick().withLatency(Latency.parse("1ms..40ms"));
    var customer = Customer.at(slow);
    try (var sandbox = customer.sandbox()) {
      customer.create("room");
      var first = customer.report();
      forget(customer, sandbox.url());
      assertThat(customer.report().path("creates").asInt()).isZero();
      assertThat(customer.report().path("by_render")).isEmpty();
      customer.create("room");
      assertThat(only(customer.report()).path("seed")).isEqualTo(only(first).path("seed"));
      assertThat(only(customer.report()).path("millis")).isEqualTo(only(first).path("millis"));
    }
  }

  @Test
  void roundsTheEtaToItsStep() throws Exception {
    var slow = Customer.quick().withProcessingShare(1).withLatency(Latency.parse("1260ms"));
    var customer = Customer.at(slow.withEtaStep(Duration.ofMillis(100)));
    try (var sandbox = customer.sandbox()) {
      assertThat(customer.create("room").path("eta").asDouble()).isEqualTo(1.3);
    }
  }

  private static JsonNode only(JsonNode report) {
    assertThat(report.path("by_render")).hasSize(1);
    return report.path("by_render").iterator().next();
  }

  private static void forget(Customer customer, URI url) throws Exception {
    var request =
        HttpRequest.newBuilder(url.resolve("/sandbox/report")).DELETE().build();
    customer.http().send(request, HttpResponse.BodyHandlers.discarding());
  }
}
