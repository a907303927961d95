package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdminApiTest {

  @Test
  void tellsWhenARenderCameAndHowLongItWasToTake() throws Exception {
    var before = Instant.now().toEpochMilli();
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withLatency(Latency.of(Duration.ofMillis(3))));
    try (var sandbox = sandboxClient.sandbox()) {
      sandboxClient.create("room");
      var render = only(sandboxClient.report());
      assertThat(render.path("came_at").asLong())
          .isBetween(before, Instant.now().toEpochMilli());
      assertThat(render.path("millis").asLong()).isEqualTo(3);
    }
  }

  @Test
  void tellsTheFirstAndTheLastCreateWithoutCountingPerRender() throws Exception {
    var advanceableClock = new AdvanceableClock();
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withPerRowCounts(false).withClock(advanceableClock));
    try (var sandbox = sandboxClient.sandbox()) {
      for (int i = 0; i < 3; i++) {
        sandboxClient.create("room " + i);
        advanceableClock.forward(Duration.ofMinutes(1));
      }
      var report = sandboxClient.report();
      assertThat(report.path("last_create_at").asLong()
              - report.path("first_create_at").asLong())
          .isBetween(120_000L, 170_000L);
      assertThat(report.has("by_render")).isFalse();
    }
  }

  @Test
  void beginsAnewAsIfNothingHadBeenOrdered() throws Exception {
    var slow = SandboxClient.quick().withLatency(Latency.parse("1ms..40ms"));
    var sandboxClient = SandboxClient.at(slow);
    try (var sandbox = sandboxClient.sandbox()) {
      sandboxClient.create("room");
      var first = sandboxClient.report();
      forget(sandboxClient, sandbox.url());
      assertThat(sandboxClient.report().path("creates").asInt()).isZero();
      assertThat(sandboxClient.report().path("by_render")).isEmpty();
      sandboxClient.create("room");
      assertThat(only(sandboxClient.report()).path("seed"))
          .isEqualTo(only(first).path("seed"));
      assertThat(only(sandboxClient.report()).path("millis"))
          .isEqualTo(only(first).path("millis"));
    }
  }

  @Test
  void roundsTheEtaToItsStep() throws Exception {
    var slow = SandboxClient.quick().withProcessingShare(1).withLatency(Latency.parse("1260ms"));
    var sandboxClient = SandboxClient.at(slow.withEtaStep(Duration.ofMillis(100)));
    try (var sandbox = sandboxClient.sandbox()) {
      assertThat(sandboxClient.create("room").path("eta").asDouble()).isEqualTo(1.3);
    }
  }

  private static JsonNode only(JsonNode report) {
    assertThat(report.path("by_render")).hasSize(1);
    return report.path("by_render").iterator().next();
  }

  private static void forget(SandboxClient sandboxClient, URI url) throws Exception {
    var request =
        HttpRequest.newBuilder(url.resolve("/sandbox/report")).DELETE().build();
    sandboxClient.http().send(request, HttpResponse.BodyHandlers.discarding());
  }
}
