package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehaviourTest {
  private SandboxClient sandboxClient;

  @BeforeEach
  void open() throws Exception {
    sandboxClient = SandboxClient.at(SandboxClient.quick());
  }

  @AfterEach
  void close() {
    sandboxClient.sandbox().close();
  }

  @ParameterizedTest
  @CsvSource({
    "500,500",
    "502,502",
    "503,503",
    "504,504",
    "html,200",
    "rate-limit,200",
    "spam,200",
    "key,401",
    "credit,402",
    "quota,200",
    "plan,403",
    "field,400",
    "field-object,200",
    "photo,200",
    "content,400",
    "model,400",
    "redirect,302",
    "moved,301"
  })
  void refusesWithoutBilling(String name, int status) {
    var answer =
        sandboxClient.post(SandboxClient.V5, sandboxClient.order("room [sandbox " + name + "]"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new String(answer.body())).doesNotContain("\"success\"");
    assertThat(sandboxClient.report().path("billed").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"nothing,0", "drop,1", "nothing-after,1", "half,1", "reset,1"})
  void losesTheAnswerOnTheWay(String name, int billed) {
    assertThatThrownBy(() -> sandboxClient.create("[sandbox " + name + "]"))
        .isInstanceOf(SandboxClient.Dropped.class);
    var report = sandboxClient.report();
    assertThat(report.path("billed").asInt()).isEqualTo(billed);
    assertThat(report.path("creates").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "stall"})
  void keepsTheClientWaiting(String name) {
    var unanswered = sandboxClient.start("[sandbox " + name + "]");
    sandboxClient.create("meanwhile");
    assertThat(unanswered).isNotDone();
  }

  @Test
  void failsOnceAndThenRenders() {
    assertThat(sandboxClient.create("a [sandbox failed 1]").path("status").asString())
        .isEqualTo("failed");
    assertThat(sandboxClient.create("a [sandbox failed 1]").path("status").asString())
        .isEqualTo("success");
    var report = sandboxClient.report();
    assertThat(report.path("billed").asInt()).isEqualTo(2);
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("billed_twice")).isEmpty();
  }

  @Test
  void tellsWhatWasBilledTwice() {
    for (int i = 0; i < 2; i++) sandboxClient.create("twice");
    sandboxClient.create("once");
    var report = sandboxClient.report();
    assertThat(report.path("billed_twice").toString()).isEqualTo("[\"twice\"]");
    assertThat(report.path("by_render")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "failed-later,failed",
    "processing,processing",
    "lost,error",
    "no-id,",
    "foreign-fetch,success",
    "unknown-status,success",
    "messege,success",
    "eta-text,success",
    "empty,success"
  })
  void acceptsAndThenFetchesOddly(String name, String status) {
    var accepted = sandboxClient.create("room [sandbox " + name + "]");
    assertThat(accepted.path("status").asString()).isIn("processing", "queued", "success");
    assertThat(accepted.path("output")).isEmpty();
    assertThat(sandboxClient.report().path("billed").asInt()).isEqualTo(1);
    if (status == null)
      assertThat(accepted.has("id") || accepted.has("fetch_result")).isFalse();
    else
      assertThat(
              sandboxClient.fetch(accepted.path("id").asString()).path("status").asString())
          .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetch-500", "empty", "lost"})
  void deliversAfterTheGivenNumberOfPolls(String name) {
    var id = sandboxClient.create("room [sandbox " + name + " 2]").path("id").asString();
    for (int i = 0; i < 2; i++)
      assertThat(sandboxClient.fetch(id).path("output")).isEmpty();
    assertThat(sandboxClient.fetch(id).path("output")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404-first",
        "expired",
        "text-plain",
        "html-picture",
        "truncated",
        "blank",
        "base64-text"
      })
  void spoilsThePicture(String name) {
    var good = sandboxClient.create("room").path("output").path(0).asString();
    var bad = sandboxClient
        .create("room [sandbox " + name + " 1]")
        .path("output")
        .path(0)
        .asString();
    var well = sandboxClient.get(good);
    var spoiled = sandboxClient.get(bad);
    assertThat(spoiled.statusCode() == 200
            && spoiled.body().length == well.body().length
            && spoiled
                .headers()
                .firstValue("Content-Type")
                .equals(well.headers().firstValue("Content-Type")))
        .isFalse();
    assertThat(sandboxClient.get(bad).headers().firstValue("Content-Type")).hasValue("image/png");
  }

  @Test
  void drawsItsSharesFromItsSeed() throws Exception {
    Set<String> first = failures();
    assertThat(first).hasSizeBetween(30, 70).isEqualTo(failures());
  }

  private static Set<String> failures() throws Exception {
    var sandboxClient =
        SandboxClient.at(SandboxClient.quick().withMisbehaviour(Map.of("failed", 0.25)));
    var failed = new TreeSet<String>();
    try (var sandbox = sandboxClient.sandbox()) {
      for (int i = 0; i < 200; i++)
        if (sandboxClient.create("room " + i).path("status").asString().equals("failed")) {
          failed.add("room " + i);
          assertThat(sandboxClient.create("room " + i).path("status").asString())
              .isEqualTo("success");
        }
    }
    return failed;
  }

  @Test
  void goesDownFromTheGivenCreateUntilItRecovers() throws Exception {
    var outage = SandboxClient.quick().withMisbehaviour(Map.of("503", 1.0)).withMisbehaveFrom(3);
    var hit = SandboxClient.at(outage);
    try (var sandbox = hit.sandbox()) {
      for (int i = 0; i < 2; i++)
        assertThat(hit.create("room " + i).path("status").asString()).isEqualTo("success");
      for (int i = 0; i < 2; i++)
        assertThat(hit.create("room 2").path("status").asString()).isEqualTo("error");
      assertThat(hit.post("/sandbox/settings", SandboxClient.json("{}")).statusCode())
          .isEqualTo(200);
      assertThat(hit.create("room 2").path("status").asString()).isEqualTo("success");
    }
  }

  @Test
  void refusesAScriptItDoesNotKnow() {
    assertThat(sandboxClient.create("[sandbox rude]").toString())
        .contains("Unknown misbehaviour 'rude'");
  }

  @Test
  void answersTooMuchOrInAnotherShape() {
    assertThat(sandboxClient
            .post(SandboxClient.V5, sandboxClient.order("[sandbox big]"))
            .body()
            .length)
        .isGreaterThan(10_000_000);
    assertThat(sandboxClient.create("[sandbox string-output]").path("output").isString())
        .isTrue();
  }

  @Test
  void countsInTotalOnlyWhereAsked() throws Exception {
    var other = SandboxClient.at(SandboxClient.quick().withPerRowCounts(false));
    try (var sandbox = other.sandbox()) {
      other.create("room");
      assertThat(other.report().has("by_render")).isFalse();
      assertThat(other.report().path("billed").asInt()).isEqualTo(1);
    }
  }
}
