package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.Money;
import dev.roomline.domain.Series;
import dev.roomline.jobfile.JobSheet.Budget;
import dev.roomline.jobfile.JobSheet.Checks;
import dev.roomline.jobfile.JobSheet.Endpoint;
import dev.roomline.jobfile.JobSheet.Latency;
import dev.roomline.jobfile.JobSheet.Limits;
import dev.roomline.jobfile.JobSheet.Per;
import dev.roomline.jobfile.JobSheet.Pictures;
import dev.roomline.jobfile.JobSheet.SandboxWishes;
import dev.roomline.jobfile.JobSheet.Size;
import dev.roomline.jobfile.JobSheet.Spending;
import dev.roomline.jobfile.JobSheet.Uploads;
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

class JobSheetTest {
  @TempDir
  Path temp;

  private JobSheet load(String text, String... overrides) throws IOException {
    var flags = new LinkedHashMap<String, String>();
    for (var i = 0; i < overrides.length; i += 2) flags.put(overrides[i], overrides[i + 1]);
    return JobSheet.load(Files.writeString(temp.resolve("nightly.yml"), text), flags);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    var sheet = load("""
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

    assertThat(sheet.name()).isEqualTo("nightly");
    assertThat(sheet.file()).isEqualTo(temp.resolve("nightly.yml"));
    assertThat(sheet.output()).isEqualTo(temp.resolve("results"));
    assertThat(sheet.state()).isEqualTo(Path.of("/var/books"));
    assertThat(sheet.rooms())
        .isEqualTo(new JobSheet.Rooms(
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
            Series.PLAIN));
    assertThat(sheet.endpoint())
        .isEqualTo(new Endpoint(
            "https://modelslab.com",
            "v6",
            new Money(4_700),
            Map.of("samples", 2L, "base64", "no", "temp", true)));
    assertThat(sheet.limits())
        .isEqualTo(new Limits(0, 2, 10, 400, Duration.ofSeconds(90), Duration.ofHours(2)));
    assertThat(sheet.spending())
        .isEqualTo(new Spending(
            0,
            true,
            new Budget(
                OptionalLong.of(500),
                new Money(25_500_000),
                Per.MONTH,
                ZoneId.of("Europe/Berlin"))));
    assertThat(sheet.uploads()).isEqualTo(new Uploads("base64_crop", true));
    assertThat(sheet.pictures())
        .isEqualTo(new Pictures(false, 3, List.of("10.0.0.0/8", "nas.example")));
    assertThat(sheet.checks()).isEqualTo(new Checks(new Size(1024, 768), false, false, false));
    assertThat(sheet.sandbox())
        .isEqualTo(new SandboxWishes(
            new Latency(Duration.ofMillis(800), Duration.ofSeconds(2)), 0.5, 3, 60, 9L));
  }

  @Test
  void everyKeyButTheInputHasADefault() throws IOException {
    var sheet = load("input: rooms.csv");

    assertThat(sheet.output()).isEqualTo(temp.resolve("out/nightly"));
    assertThat(sheet.state()).isEqualTo(temp.resolve("state"));
    assertThat(sheet.rooms())
        .isEqualTo(new JobSheet.Rooms(
            temp.resolve("rooms.csv"), null, List.of(), Map.of(), null, null, Series.PLAIN));
    assertThat(sheet.endpoint()).isEqualTo(new Endpoint("sandbox", null, null, Map.of()));
    assertThat(sheet.endpoint().isSandbox()).isTrue();
    assertThat(sheet.limits())
        .isEqualTo(new Limits(60, 1, 5, 256, Duration.ofMinutes(5), Duration.ofMinutes(15)));
    assertThat(sheet.spending())
        .isEqualTo(new Spending(
            1, false, new Budget(OptionalLong.empty(), null, Per.RUN, ZoneId.systemDefault())));
    assertThat(sheet.uploads()).isEqualTo(new Uploads("base64_to_url", false));
    assertThat(sheet.pictures()).isEqualTo(new Pictures(true, 8, List.of()));
    assertThat(sheet.checks()).isEqualTo(new Checks(new Size(0, 0), true, true, true));
    assertThat(sheet.sandbox()).isEqualTo(new SandboxWishes(null, null, null, null, null));
  }

  @Test
  void windowGrowsWithTheSlots() throws IOException {
    assertThat(load("input: a\nlimits: { in-flight: 15 }").limits().window()).isEqualTo(480);
  }

  @Test
  void photosMayBeAWebAddress() throws IOException {
    assertThat(load("input: a\nphotos: https://h/p").rooms().photos()).isEqualTo("https://h/p");
  }

  @Test
  void flagsWinOverTheSheetAndStartAtTheWorkingFolder() throws IOException {
    var sheet = load(
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

    assertThat(sheet.rooms().input()).isEqualTo(Path.of("b.csv").toAbsolutePath());
    assertThat(sheet.state()).isEqualTo(Path.of("books").toAbsolutePath());
    assertThat(sheet.output()).isEqualTo(temp.resolve("out"));
    assertThat(sheet.limits().inFlight()).isEqualTo(3);
    assertThat(sheet.limits().burst()).isEqualTo(4);
    assertThat(sheet.rooms().defaults()).containsEntry("prompt", "{room}, calm # really");
    assertThat(sheet.endpoint().extra())
        .isEqualTo(Map.of("a", 1L, "b", Map.of("c", List.of(1L, "x"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://modelslab.com", "modelslab.com", "https://h/api/v5/interior"})
  void paidEndpointNeedsABudget(String url) {
    assertThatThrownBy(() -> load("input: a", "endpoint.url", url))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("budget.renders is missing, and " + url + " costs money");
  }

  @Test
  void aPaidEndpointMayHaveABudgetOfMoneyAlone() throws IOException {
    var sheet = load(
        "input: a",
        "endpoint.url",
        "https://modelslab.com",
        "endpoint.price",
        "0.02",
        "budget.money",
        "5");

    assertThat(sheet.spending().budget().money()).isEqualTo(new Money(5_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sandbox", "http://127.0.0.1:8080", "https://localhost/x", "http://[::1]:9/"})
  void freeEndpointNeedsNone(String url) throws IOException {
    assertThat(load("input: a", "endpoint.url", url).spending().budget().renders())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.evil.example", "http://localhost.example", "http://127.0.0.1.x"})
  void hostThatOnlyLooksLikeLoopbackIsNot(String url) {
    assertThatThrownBy(() -> load("input: a", "endpoint.url", url, "budget.renders", "1"))
        .hasMessageContaining("in the clear");
  }

  @Test
  void csvIsAJobWithAllDefaults() throws IOException {
    var csv = Files.writeString(temp.resolve("rooms.csv"), "x");
    Files.createDirectory(temp.resolve("photos"));

    var sheet = JobSheet.ofCsv(csv, Map.of("limits.in-flight", "2"));

    assertThat(sheet.name()).isEqualTo("rooms");
    assertThat(sheet.rooms().input()).isEqualTo(csv);
    assertThat(sheet.rooms().photos()).isEqualTo(temp.resolve("photos").toString());
    assertThat(sheet.output()).isEqualTo(temp.resolve("out/rooms"));
    assertThat(sheet.state()).isEqualTo(temp.resolve("state"));
    assertThat(sheet.limits().inFlight()).isEqualTo(2);
  }
}
