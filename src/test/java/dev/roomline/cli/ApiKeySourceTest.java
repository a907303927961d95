package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.jobfile.JobFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    assertThat(ApiKeySource.read(PAID, named).hide("a from-file b")).isEqualTo("a *** b");
    assertThat(ApiKeySource.read(PAID, Map.of("ROOMLINE_API_KEY", " s3cret ")).hide("[s3cret]"))
        .isEqualTo("[***]");
  }

  @Test
  void isNotNeededByTheSandbox() {
    assertThat(ApiKeySource.read(SANDBOX, Map.of()).hide("text")).isEqualTo("text");
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
