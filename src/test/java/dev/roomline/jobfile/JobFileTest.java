package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Money;
import dev.roomline.domain.Variations;
import dev.roomline.jobfile.JobFile.Budget;
import dev.roomline.jobfile.JobFile.Checks;
import dev.roomline.jobfile.JobFile.Endpoint;
import dev.roomline.jobfile.JobFile.Latency;
import dev.roomline.jobfile.JobFile.Limits;
import dev.roomline.jobfile.JobFile.Per;
import dev.roomline.jobfile.JobFile.Pictures;
import dev.roomline.jobfile.JobFile.SandboxWishes;
import dev.roomline.jobfile.JobFile.Size;
import dev.roomline.jobfile.JobFile.Spending;
import dev.roomline.jobfile.JobFile.Uploads;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFileTest {
  @TempDir
  Path temp;

  private JobFile load(String text, String... overrides) throws IOException {
    var flags = new LinkedHashMap<String, String>();
    for (var i = 0; i < overrides.length; i += 2) flags.put(overrides[i], overrides[i + 1]);
    return JobFile.load(Files.writeString(temp.resolve("nightly.yml"), text), flags);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    var jobFile = load("""
        # Who it is for.
        input: ../rooms.csv
        photos: photos/
        photos-ignore: [v, cb]
        output: results
        state: /var/books
        charset: windows-1252
        delimiter: semicolon
        defaults: { prompt: "{room}, calm", steps: 50, guidance_scale: 7.50, negative_prompt: people }
        endpoint: { url: https://modelslab.com, family: v6, price: 0.0047, extra: { samples: 2, base64: no, temp: true } }
        limits:
          requests-per-minute: unlimited
          burst: 2
          in-flight: 10
          window: 400
          answer: 90s
          patience: 2h
        retries: 0
        unsure: resend
        budget: { renders: 500, money: 25.50, per: month, zone: Europe/Berlin }
        uploads: { way: base64_crop, delete: true }
        keep-originals: false
        pictures: { at-once: 3, allow: "10.0.0.0/8, nas.example" }
        checks: { min-size: 1024x768, blank: false, aspect: false, same: false }
        sandbox: { latency: 800ms..2s, processing: 0.5, queue: 3, requests-per-minute: 60, credits: 9 }
        """);

    assertThat(jobFile.name()).isEqualTo("nightly");
    assertThat(jobFile.file()).isEqualTo(temp.resolve("nightly.yml"));
    assertThat(jobFile.output()).isEqualTo(temp.resolve("results"));
    assertThat(jobFile.state()).isEqualTo(Path.of("/var/books"));
    assertThat(jobFile.rooms())
        .isEqualTo(new JobFile.Rooms(
            temp.resolveSibling("rooms.csv"),
            temp.resolve("photos").toString(),
            List.of("v", "cb"),
            Map.of(
                "prompt",
                "{room}, calm",
                "steps",
                50L,
                "guidance_scale",
                new BigDecimal("7.5"),
                "negative_prompt",
                "people"),
            Charset.forName("windows-1252"),
            ';',
            Variations.PLAIN));
    assertThat(jobFile.endpoint())
        .isEqualTo(new Endpoint(
            "https://modelslab.com",
            "v6",
            new Money(4_700),
            Map.of("samples", 2L, "base64", "no", "temp", true)));
    assertThat(jobFile.limits())
        .isEqualTo(new Limits(0, 2, 10, 400, Duration.ofSeconds(90), Duration.ofHours(2)));
    assertThat(jobFile.spending())
        .isEqualTo(new Spending(
            0,
            true,
            new Budget(
                OptionalLong.of(500),
                new Money(25_500_000),
                Per.MONTH,
                ZoneId.of("Europe/Berlin"))));
    assertThat(jobFile.uploads()).isEqualTo(new Uploads("base64_crop", true));
    assertThat(jobFile.pictures())
        .isEqualTo(new Pictures(false, 3, List.of("10.0.0.0/8", "nas.example")));
    assertThat(jobFile.checks()).isEqualTo(new Checks(new Size(1024, 768), false, false, false));
    assertThat(jobFile.sandbox())
        .isEqualTo(new SandboxWishes(
            new Latency(Duration.ofMillis(800), Duration.ofSeconds(2)), 0.5, 3, 60, 9L));
  }

  @Test
  void everyKeyButTheInputHasADefault() throws IOException {
    var jobFile = load("input: rooms.csv");

    assertThat(jobFile.output()).isEqualTo(temp.resolve("out/nightly"));
    assertThat(jobFile.state()).isEqualTo(temp.resolve("state"));
    assertThat(jobFile.rooms())
        .isEqualTo(new JobFile.Rooms(
            temp.resolve("rooms.csv"), null, List.of(), Map.of(), null, null, Variations.PLAIN));
    assertThat(jobFile.endpoint()).isEqualTo(new Endpoint("sandbox", null, null, Map.of()));
    assertThat(jobFile.endpoint().isSandbox()).isTrue();
    assertThat(jobFile.limits())
        .isEqualTo(new Limits(60, 1, 5, 256, Duration.ofMinutes(5), Duration.ofMinutes(15)));
    assertThat(jobFile.spending())
        .isEqualTo(new Spending(
            1, false, new Budget(OptionalLong.empty(), null, Per.RUN, ZoneId.systemDefault())));
    assertThat(jobFile.uploads()).isEqualTo(new Uploads("base64_to_url", false));
    assertThat(jobFile.pictures()).isEqualTo(new Pictures(true, 8, List.of()));
    assertThat(jobFile.checks()).isEqualTo(new Checks(new Size(0, 0), true, true, true));
    assertThat(jobFile.sandbox()).isEqualTo(new SandboxWishes(null, null, null, null, null));
  }

  @Test
  void windowGrowsWithTheConcurrencyLimit() throws IOException {
    assertThat(load("input: a\nlimits: { in-flight: 15 }").limits().window()).isEqualTo(480);
  }

  @Test
  void photosMayBeAWebAddress() throws IOException {
    assertThat(load("input: a\nphotos: https://h/p").rooms().photos()).isEqualTo("https://h/p");
  }

  @Test
  void optionsWinOverTheJobFileAndStartAtTheWorkingFolder() throws IOException {
    var jobFile = load(
        "input: a.csv\noutput: out\nlimits: { in-flight: 5, burst: 2 }\nendpoint: { extra: { a: 1 } }",
        "input",
        "b.csv",
        "limits.in-flight",
        "3",
        "limits",
        "{burst: 4}",
        "defaults.prompt",
        "{room}, calm # really",
        "endpoint.extra.b.c",
        "[1, x]",
        "state",
        "books");

    assertThat(jobFile.rooms().input()).isEqualTo(Path.of("b.csv").toAbsolutePath());
    assertThat(jobFile.state()).isEqualTo(Path.of("books").toAbsolutePath());
    assertThat(jobFile.output()).isEqualTo(temp.resolve("out"));
    assertThat(jobFile.limits().inFlight()).isEqualTo(3);
    assertThat(jobFile.limits().burst()).isEqualTo(4);
    assertThat(jobFile.rooms().defaults()).containsEntry("prompt", "{room}, calm # really");
    assertThat(jobFile.endpoint().extra())
        .isEqualTo(Map.of("a", 1L, "b", Map.of("c", List.of(1L, "x"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://modelslab.com", "modelslab.com", "https://h/api/v5/interior"})
  void paidEndpointNeedsABudget(String url) {
    assertThatThrownBy(() -> load("input: a", "endpoint.url", url))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("budget.renders is missing, and " + url + " costs money");
  }

  @Test
  void aPaidEndpointMayHaveABudgetOfMoneyAlone() throws IOException {
    var jobFile = load(
        "input: a",
        "endpoint.url",
        "https://modelslab.com",
        "endpoint.price",
        "0.02",
        "budget.money",
        "5");

    assertThat(jobFile.spending().budget().money()).isEqualTo(new Money(5_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox",
        "http://127.0.0.1:8080",
        "https://localhost/x",
        "http://[::1]:9/",
        "http://[0:0:0:0:0:0:0:1]:9/"
      })
  void freeEndpointNeedsNone(String url) throws IOException {
    assertThat(load("input: a", "endpoint.url", url).spending().budget().renders())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.evil.example", "http://localhost.example", "http://127.0.0.1.x"})
  void hostThatOnlyLooksLikeLoopbackIsNot(String url) {
    assertThatThrownBy(() -> load("input: a", "endpoint.url", url, "budget.renders", "1"))
        .hasMessageContaining("unencrypted");
  }

  @Test
  void csvIsAJobWithAllDefaults() throws IOException {
    var csv = Files.writeString(temp.resolve("rooms.csv"), "x");
    Files.createDirectory(temp.resolve("photos"));

    var jobFile = JobFile.ofCsv(csv, Map.of("limits.in-flight", "2"));

    assertThat(jobFile.name()).isEqualTo("rooms");
    assertThat(jobFile.rooms().input()).isEqualTo(csv);
    assertThat(jobFile.rooms().photos()).isEqualTo(temp.resolve("photos").toString());
    assertThat(jobFile.output()).isEqualTo(temp.resolve("out/rooms"));
    assertThat(jobFile.state()).isEqualTo(temp.resolve("state"));
    assertThat(jobFile.limits().inFlight()).isEqualTo(2);
  }
}
