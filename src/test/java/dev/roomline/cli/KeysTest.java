package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.failure.Exit;
import dev.roomline.failure.NotStarted;
import dev.roomline.jobfile.JobSheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final JobSheet.Endpoint PAID =
      new JobSheet.Endpoint("https://vendor.example", null, null, Map.of());
  private static final JobSheet.Endpoint SANDBOX =
      new JobSheet.Endpoint("sandbox", null, null, Map.of());

  @TempDir
  Path folder;

  @Test
  void isTheEnvironmentsOrThatOfTheFileItNames() throws Exception {
    var file = Files.writeString(folder.resolve("key"), "from-file\n");

    var named = Map.of("ROOMLINE_API_KEY_FILE", file.toString());

    assertThat(Keys.read(PAID, named).hide("a from-file b")).isEqualTo("a *** b");
    assertThat(Keys.read(PAID, Map.of("ROOMLINE_API_KEY", " s3cret ")).hide("[s3cret]"))
        .isEqualTo("[***]");
  }

  @Test
  void isNotNeededByTheSandbox() {
    assertThat(Keys.read(SANDBOX, Map.of()).hide("text")).isEqualTo("text");
  }

  @Test
  void isNeededByWhoeverCostsMoney() {
    assertThatThrownBy(() -> Keys.read(PAID, Map.of("ROOMLINE_API_KEY", " ")))
        .isInstanceOfSatisfying(
            NotStarted.class, it -> assertThat(it.exit()).isEqualTo(Exit.ACCOUNT));
  }

  @Test
  void isRefusedIfItsFileCannotBeRead() {
    assertThatThrownBy(() -> Keys.read(PAID, Map.of("ROOMLINE_API_KEY_FILE", "/no/such")))
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining("/no/such");
  }
}
