package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test for each way in which a job file can be wrong. */
class JobFileProblemsTest {
  @TempDir
  Path temp;

  private JobFile load(String text, String... overrides) throws IOException {
    var flags = new LinkedHashMap<String, String>();
    for (var i = 0; i < overrides.length; i += 2) flags.put(overrides[i], overrides[i + 1]);
    return JobFile.load(Files.writeString(temp.resolve("nightly.yml"), text), flags);
  }

  @Test
  void aStyleNameThatNoTableCouldHoldIsRefused() {
    assertThatThrownBy(() -> load("input: a\nstyles: { " + "x".repeat(101) + ": {} }"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has a name of more than 100 characters; rename it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "limits.inflight § 3 § --set: unknown key limits.inflight; did you mean limits.in-flight?",
        "limits.in-flight § 0 § --set: limits.in-flight is 0; write a number from 1 to 1000",
        "endpoint.url § ftp://h § --endpoint or ROOMLINE_ENDPOINT: endpoint.url would send the API key unencrypted; write https://",
        "limits § {burst § --set: limits cannot be read; put its value in quotes",
        "input § `` § --input: input is empty; give it a value or remove the line",
      })
  void wrongFlagIsNamed(String key, String text, String message) {
    assertThatThrownBy(() -> load("input: a", key, text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "limits: { inflight: 3 } § unknown key limits.inflight; did you mean limits.in-flight?",
        "in-flight: 3 § unknown key in-flight; did you mean limits.in-flight?",
        "pictures: { at-once: 0 } § pictures.at-once is 0; write a number from 1 to 64",
        "keep-originals: maybe § keep-originals is 'maybe'; write true or false",
        "checks: { min-size: large } § checks.min-size is 'large'; write pixels such as 1024, or "
            + "1024x768",
        "checks: { aspect: 1 } § checks.aspect is '1'; write true or false",
        "picture: { at-once: 2 } § unknown key picture; did you mean pictures?",
        "limit: { burst: 3 } § unknown key limit; did you mean limits?",
        "limit.burst: 3 § unknown key limit.burst; did you mean limits.burst?",
        "ouptut: x § unknown key ouptut; did you mean output?",
        "colour: red § unknown key colour; src/docs/job-file.md lists all keys",
        "colour: { a: { b: 1 } } § unknown key colour; src/docs/job-file.md lists all keys",
        "endpoint: { key: k } § unknown key endpoint.key; the API key does not belong in a job file, set ROOMLINE_API_KEY",
        "endpoint: { extra: { key: k } } § endpoint.extra may not hold the API key; set "
            + "ROOMLINE_API_KEY",
        "endpoint: { extra: { prompt: k } } § endpoint.extra may not hold prompt; write it under "
            + "defaults",
        "endpoint: { extra: { a: } } § endpoint.extra has a field without a value; give it one or "
            + "remove it",
        "endpoint: { extra: { a: 1, a: 2 } } § endpoint.extra has a twice; keep one",
        "endpoint: { extra: 5 } § endpoint.extra is a group; write the body's fields below it, "
            + "indented",
        "input: b § input is given twice; keep one",
        "variants: 0 § variants is 0; write a number from 1 to 100",
        "seed: 42 § seed is '42'; write random, per-row or fixed 42",
        "seed: fixed -1 § seed cannot be used: -1 is out of range; write a whole number from 0 to "
            + "4294967295",
        "style-column: look § style-column needs styles:, but there are none; add some",
        "styles: { a: { stesp: 5 } } § unknown key styles.a.stesp; did you mean styles.a.steps?",
        "styles: { a: { steps: x } } § styles.a.steps cannot be used: 'x' is not a number; write a "
            + "whole number from 1 to 2147483647",
        "styles: { a: { prompt: } } § styles.a.prompt is empty; give it a value or remove the line",
        "styles: { a: 5 } § styles.a is a group; write its keys below it, indented",
        "styles: { a: {}, a: {} } § styles.a is given twice; keep one",
        "styles: { Loft: {}, loft: {} } § styles.loft is given twice; rename it",
        "styles: { All: {} } § styles.All means all styles; rename it",
        "styles: { a|b: {} } § styles.a|b has a | in its name, which separates styles in a row's "
            + "cell; rename it",
        "stiles: { a: {} } § unknown key stiles; did you mean styles?",
        "limits: 5 § limits is a group; write its keys below it, indented",
        "photos-ignore: v=1 § photos-ignore holds 'v=1'; write names of query parameters, such as v",
        "photos-ignore: [a, [b]] § photos-ignore holds ''; write names of query parameters, such as v",
        "output: [a] § output takes one value, not a list or a group",
        "output: { a: b } § output takes one value, not a list or a group",
        "output: § output is empty; give it a value or remove the line",
        "uploads: { way: ftp } § uploads.way is 'ftp'; write base64_to_url or base64_crop",
        "uploads: { delete: maybe } § uploads.delete is 'maybe'; write true or false",
        "uploads: { delte: true } § unknown key uploads.delte; did you mean uploads.delete?",
        "uploads: yes § uploads is a group; write its keys below it, indented",
        "limits: { in-flight: 0 } § limits.in-flight is 0; write a number from 1 to 1000",
        "limits: { in-flight: five } § limits.in-flight is 'five', which is not a number; write a "
            + "number from 1 to 1000",
        "limits: { burst: 1.5 } § limits.burst is 1.5; write a whole number",
        "limits: { requests-per-minute: 0 } § limits.requests-per-minute is 0; write a number from "
            + "1 to 100000",
        "limits: { answer: 5 } § limits.answer is '5'; write a time from 1s to 1h, such as 90s or 5m",
        "limits: { patience: 900h } § limits.patience is '900h'; write a time from 1s to 48h, such "
            + "as 90s or 5m",
        "defaults: { room: x } § unknown key defaults.room; src/docs/job-file.md lists all keys",
        "defaults: { guidance_scale: 40 } § defaults.guidance_scale cannot be used: 40 is out of "
            + "range; write a number from 1 to 20",
        "endpoint: { family: v7 } § endpoint.family is 'v7'; write v5 or v6 or enterprise",
        "endpoint: { url: http://h } § endpoint.url would send the API key unencrypted; write https://",
        "endpoint: { url: 'https://u:p@h' } § endpoint.url contains a user name or password; remove them",
        "endpoint: { url: '???' } § endpoint.url is not a web address; write sandbox or https://HOST",
        "endpoint: { price: cheap } § endpoint.price is 'cheap', which is not a number; write a number "
            + "from 0 to 1000000000",
        "endpoint: { price: 0.0000001 } § endpoint.price is 0.0000001; write at most 6 decimals",
        "budget: { money: 25.50 } § budget.money needs a price; write the price of one render, such as endpoint: { price: 0.02 }",
        "budget: { per: day } § budget.per is day, but there is no amount; add budget.renders or budget.money",
        "budget: { renders: 5, per: week } § budget.per is 'week'; write run or day or month",
        "budget: { renders: 5, zone: Europe/Berln } § budget.zone is 'Europe/Berln', which is not a time zone; did you mean Europe/Berlin?",
        "budget: { rendres: 5 } § unknown key budget.rendres; did you mean budget.renders?",
        "unsure: maybe § unsure is 'maybe'; write hold or resend",
        "photos: s3://b § photos is s3://b; write a folder or an http(s) address",
        "charset: klingon § charset is klingon, which is unknown; write utf-8, utf-16 or "
            + "windows-1252",
        "delimiter: x § delimiter is 'x'; write comma, semicolon, tab or pipe, or leave it out to "
            + "detect it",
        "sandbox: { latency: 9s..2s } § sandbox.latency is 9s..2s; write the shorter time first, at "
            + "most 1h",
        "sandbox: { latency: soon } § sandbox.latency is 'soon'; write a time such as 800ms, or two "
            + "as in 2s..10s",
        "sandbox: { processing: 2 } § sandbox.processing is 2; write a number from 0 to 1",
        "output: &a x § output uses & or *, which job files do not support; write the value out",
        "endpoint: { extra: { a: &a [x], b: *a } } § endpoint.extra uses & or *, which job files do not support; write the value out",
      })
  void wrongLineIsNamed(String line, String complaint) {
    assertThatThrownBy(() -> load("# a job file\ninput: a\n" + line + "\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(temp.resolve("nightly.yml") + ", line 3: " + complaint);
  }

  @Test
  void aSeedIsSaidOnce() {
    assertThatThrownBy(() -> load("input: a\ndefaults: { seed: 7 }\nseed: random\n"))
        .hasMessageEndingWith(
            "nightly.yml, line 3: seed is given together with defaults.seed; keep one of them");
  }

  @Test
  void aRowMayNotHaveThousandsOfRenders() {
    var styles = new StringBuilder("styles:\n");
    for (var n = 0; n < 11; n++) styles.append("  s").append(n).append(":\n");

    assertThatThrownBy(() -> load("input: a\nvariants: 100\n" + styles))
        .hasMessageEndingWith("nightly.yml, line 2: variants make 1,100 renders of each row with "
            + "11 styles; write fewer, at most 1,000");
  }

  @Test
  void allProblemsComeTogether() {
    assertThatThrownBy(() -> load("output: out\nretries: -1\ncolour: red", "limits.burst", "0"))
        .extracting(e -> String.valueOf(e.getMessage()).lines().toList())
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(4)
        .anySatisfy(it -> assertThat((String) it).contains("line 2: retries"))
        .anySatisfy(it -> assertThat((String) it).contains("line 3: unknown key colour"))
        .anySatisfy(it -> assertThat((String) it).startsWith("--set: limits.burst"))
        .anySatisfy(it ->
            assertThat((String) it).endsWith("nightly.yml: input is missing; name the room list"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "limits:\\n\\tburst: 2 § , line 2: a tab is not allowed here; indent with spaces",
        "input: [a § , line 2: this is not YAML (",
        "input: a: b § , line 1: this is not YAML (mapping values are not allowed here); check",
        "input: *b § , line 1: this is not YAML (found undefined alias b); check",
        "input: a\\n---\\ninput: b § , line 2: this is not YAML (",
        "- input § , line 1: this is not a job file, which has lines of key: value",
      })
  void wrongYamlIsNamedByItsLine(String text, String message) {
    assertThatThrownBy(() -> load(text.translateEscapes() + "\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(temp.resolve("nightly.yml") + message);
  }

  @Test
  void controlCharactersAreRefused() {
    assertThatThrownBy(() -> load("input: \1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a job file is plain text");
  }

  @Test
  void anExcelWorkbookIsCalledByItsName() {
    assertThatThrownBy(() -> load("PK\3\4"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(temp.resolve("nightly.yml")
            + " is an Excel workbook; save it as \"CSV UTF-8\" and try again");
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> load("input: " + "[".repeat(10_000)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aliasBombIsRefused() {
    assertThatThrownBy(
            () -> load("input: a\nendpoint:\n  extra:\n    a: &a [x, x]\n    b: &b [*a, *a]\n"
                + "    c: [*b, *b]\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("uses & or *");
  }

  @Test
  void hugeJobFileIsRefused() {
    assertThatThrownBy(() -> load("#".repeat(1 << 21)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is larger than 1 MB");
  }

  @Test
  void jobFileThatIsNotUtf8IsRefused() throws IOException {
    var file = Files.write(temp.resolve("x.yml"), new byte[] {'a', (byte) 0xE9});

    assertThatThrownBy(() -> JobFile.load(file, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("x.yml is not UTF-8; save it as UTF-8");
  }

  @Test
  void emptyJobFileLacksItsInput() {
    assertThatThrownBy(() -> load("# nothing\n")).hasMessageContaining("input is missing");
  }
}
