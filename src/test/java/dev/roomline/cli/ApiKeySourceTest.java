package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySourceTest {
  private static final JobFile.Endpoint PAID =
      new JobFile.Endpoint("https://provider.example", null, null, Map.of());
  private static final JobFile.Endpoint SANDBOX =
      new JobFile.Endpoint("sandbox", null, null, Map.of());

  @TempDir
  Path folder;

  @Test
  void isTheEnvironmentsOrThatOfTheFileItNames() throws Exception {
    var file = Files.writeString(folder.resolve("key"), "from-file\n");

    var named = Map.of("ROOMLINE_API_KEY_FILE", file.toString());

    assertThat(ApiKeySource.read(PAID, named).key().hide("a from-file b")).isEqualTo("a *** b");
    assertThat(ApiKeySource.read(PAID, Map.of("ROOMLINE_API_KEY", " s3cret "))
            .key()
            .hide("[s3cret]"))
        .isEqualTo("[***]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFs3cret\r\n",
        "\"s3cret\"\n",
        "'s3cret'",
        "\uFEFF\"s3cret\"\r\n\r\n",
        "“s3cret”",
        "\u00A0s3cret\u200B",
        "\u202As3cret\u202C",
        "` s3cret `"
      })
  void aFileIsCleanedAndThatIsSaid(String text) throws Exception {
    var found = ApiKeySource.read(PAID, file(text));

    assertThat(found.key().hide("\"s3cret\"")).isEqualTo("\"***\"");
    assertThat(found.notice())
        .hasValueSatisfying(it -> assertThat(it).contains("left out").doesNotContain("s3cret"));
  }

  @Test
  void aPlainFileNeedsNoWord() throws Exception {
    assertThat(ApiKeySource.read(PAID, file("s3cret\n")).notice()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret\nsecond\n",
        "s3cret\rsecond",
        "# the key\ns3cret",
        "ROOMLINE_API_KEY=s3cret",
        "export KEY=s3cret",
        "Bearer s3cret",
        "s3cret\u2028second",
        "s3\u0000cret"
      })
  void moreThanAKeyIsRefused(String text) throws Exception {
    var environment = file(text);

    assertThatThrownBy(() -> ApiKeySource.read(PAID, environment))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("holds more than the API key")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws Exception {
    var file = folder.resolve("key");
    Files.write(file, "s3cret".getBytes(StandardCharsets.UTF_16));

    assertThatThrownBy(
            () -> ApiKeySource.read(PAID, Map.of("ROOMLINE_API_KEY_FILE", file.toString())))
        .hasMessageContaining("not UTF-8");
  }

  private Map<String, String> file(String text) throws IOException {
    var file = Files.writeString(folder.resolve("key"), text);
    return Map.of("ROOMLINE_API_KEY_FILE", file.toString());
  }

  @Test
  void isNotNeededByTheSandbox() {
    assertThat(ApiKeySource.read(SANDBOX, Map.of()).key().hide("text")).isEqualTo("text");
  }

  @Test
  void isNeededByCommandsThatCostMoney() {
    assertThatThrownBy(() -> ApiKeySource.read(PAID, Map.of("ROOMLINE_API_KEY", " ")))
        .isInstanceOfSatisfying(
            StartRefusedException.class, it -> assertThat(it.exit()).isEqualTo(ExitCode.ACCOUNT));
  }

  @Test
  void isRefusedIfItsFileCannotBeRead() {
    assertThatThrownBy(() -> ApiKeySource.read(PAID, Map.of("ROOMLINE_API_KEY_FILE", "/no/such")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("/no/such");
  }
}
