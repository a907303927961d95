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
  private Customer customer;

  @BeforeEach
  void open() throws Exception {
    customer = Customer.at(Customer.quick());
  }

  @AfterEach
  void close() {
    customer.sandbox().close();
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
    var answer = customer.post(Customer.V5, customer.order("room [sandbox " + name + "]"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new String(answer.body())).doesNotContain("\"success\"");
    assertThat(customer.report().path("billed").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"nothing,0", "drop,1", "nothing-after,1", "half,1", "reset,1"})
  void losesTheAnswerOnTheWay(String name, int billed) {
    assertThatThrownBy(() -> customer.create("[sandbox " + name + "]"))
        .isInstanceOf(Customer.Dropped.class);
    var report = customer.report();
    assertThat(report.path("billed").asInt()).isEqualTo(billed);
    assertThat(report.path("creates").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "stall"})
  void keepsTheClientWaiting(String name) {
    var hung = customer.start("[sandbox " + name + "]");
    customer.create("meanwhile");
    assertThat(hung).isNotDone();
  }

  @Test
  void failsOnceAndThenRenders() {
    assertThat(customer.create("a [sandbox failed 1]").path("status").asString())
        .isEqualTo("failed");
    assertThat(customer.create("a [sandbox failed 1]").path("status").asString())
        .isEqualTo("success");
    var report = customer.report();
    assertThat(report.path("billed").asInt()).isEqualTo(2);
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("billed_twice")).isEmpty();
  }

  @Test
  void tellsWhatWasBilledTwice() {
    for (int i = 0; i < 2; i++) customer.create("twice");
    customer.create("once");
    var report = customer.report();
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
    var accepted = customer.create("room [sandbox " + name + "]");
    assertThat(accepted.path("status").asString()).isIn("processing", "queued", "success");
    assertThat(accepted.path("output")).isEmpty();
    assertThat(customer.report().path("billed").asInt()).isEqualTo(1);
    if (status == null)
      assertThat(accepted.has("id") || accepted.has("fetch_result")).isFalse();
    else
      assertThat(customer.fetch(accepted.path("id").asString()).path("status").asString())
          .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetch-500", "empty", "lost"})
  void deliversAfterTheTimesItWasToldTo(String name) {
    var id = customer.create("room [sandbox " + name + " 2]").path("id").asString();
    for (int i = 0; i < 2; i++) assertThat(customer.fetch(id).path("output")).isEmpty();
    assertThat(customer.fetch(id).path("output")).hasSize(1);
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
    var good = customer.create("room").path("output").path(0).asString();
    var bad =
        customer.create("room [sandbox " + name + " 1]").path("output").path(0).asString();
    var well = customer.get(good);
    var spoiled = customer.get(bad);
    assertThat(spoiled.statusCode() == 200
            && spoiled.body().length == well.body().length
            && spoiled
                .headers()
                .firstValue("Content-Type")
                .equals(well.headers().firstValue("Content-Type")))
        .isFalse();
    assertThat(customer.get(bad).headers().firstValue("Content-Type")).hasValue("image/png");
  }

  @Test
  void drawsItsSharesFromItsSeed() throws Exception {
    Set<String> first = failures();
    assertThat(first).hasSizeBetween(30, 70).isEqualTo(failures());
  }

  private static Set<String> failures() throws Exception {
    var customer = Customer.at(Customer.quick().withMisbehaviour(Map.of("failed", 0.25)));
    var failed = new TreeSet<String>();
    try (var sandbox = customer.sandbox()) {
      for (int i = 0; i < 200; i++)
        if (customer.create("room " + i).path("status").asString().equals("failed")) {
          failed.add("room " + i);
          assertThat(customer.create("room " + i).path("status").asString()).isEqualTo("success");
        }
    }
    return failed;
  }

  @Test
  void goesDownFromTheGivenCreateUntilItIsToldToRecover() throws Exception {
    var outage = Customer.quick().withMisbehaviour(Map.of("503", 1.0)).withMisbehaveFrom(3);
    var hit = Customer.at(outage);
    try (var sandbox = hit.sandbox()) {
      for (int i = 0; i < 2; i++)
        assertThat(hit.create("room " + i).path("status").asString()).isEqualTo("success");
      for (int i = 0; i < 2; i++)
        assertThat(hit.create("room 2").path("status").asString()).isEqualTo("error");
      assertThat(hit.post("/sandbox/settings", Customer.json("{}")).statusCode())
          .isEqualTo(200);
      assertThat(hit.create("room 2").path("status").asString()).isEqualTo("success");
    }
  }

  @Test
  void refusesAScriptItDoesNotKnow() {
    assertThat(customer.create("[sandbox rude]").toString()).contains("'rude' is no misbehaviour");
  }

  @Test
  void answersTooMuchOrInAnotherShape() {
    assertThat(customer.post(Customer.V5, customer.order("[sandbox big]")).body().length)
        .isGreaterThan(10_000_000);
    assertThat(customer.create("[sandbox string-output]").path("output").isString())
        .isTrue();
  }

  @Test
  void countsInTotalOnlyWhereAsked() throws Exception {
    var other = Customer.at(Customer.quick().withPerRowCounts(false));
    try (var sandbox = other.sandbox()) {
      other.create("room");
      assertThat(other.report().has("by_render")).isFalse();
      assertThat(other.report().path("billed").asInt()).isEqualTo(1);
    }
  }
}
