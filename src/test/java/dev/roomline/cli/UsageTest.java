package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "plan", "doctor", "status", "review", "resolve", "retry", "query", "sandbox"
      })
  void helpOfACommandBeginsWithExamples(String command) {
    var help = CommandResult.run(command, "--help");

    assertThat(help.exit()).isZero();
    assertThat(help.out().strip()).startsWith("Examples:").contains("roomline " + command + " ");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void withoutACommandThereIsHelpAndExit2() {
    var none = CommandResult.run();

    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("Commands:").contains("sandbox");
    assertThat(none.out()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearest() {
    var slip = CommandResult.run("rum", "rooms.csv");

    assertThat(slip.exit()).isEqualTo(2);
    assertThat(slip.err()).contains("Unknown command: rum; did you mean run?");
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheNearest() {
    var slip = CommandResult.run("run", "rooms.csv", "--quite");

    assertThat(slip.exit()).isEqualTo(2);
    assertThat(slip.err()).contains("Unknown option: --quite; did you mean --quiet?");
  }

  @Test
  void theValueOfAnUnknownOptionIsNotRepeated() {
    assertThat(CommandResult.run("run", "rooms.csv", "--row=s3cret").err())
        .contains("Unknown option: --row\n")
        .doesNotContain("s3cret");
  }

  @Test
  void aSecondJobIsUnexpected() {
    assertThat(CommandResult.run("run", "a.csv", "b.csv").err())
        .contains("Unexpected argument: b.csv");
  }

  @Test
  void helpIsACommandToo() {
    assertThat(CommandResult.run("help").out()).contains("Commands:");
    assertThat(CommandResult.run("help", "run")).isEqualTo(CommandResult.run("run", "--help"));
    assertThat(CommandResult.run("help", "rum").err()).contains("Unknown command: rum");
  }

  @Test
  void helpGroupsTheOptionsAndListsTheExitCodes() {
    assertThat(CommandResult.run("run", "--help").out())
        .containsSubsequence(
            "What to run:",
            "--fresh",
            "Limits:",
            "--budget",
            "Where:",
            "--state",
            "Output:",
            "--json",
            "Exit codes",
            "  6     Another run uses this state.",
            "  0     OK.")
        .doesNotContain("Other options");
    assertThat(CommandResult.run("status", "--help").out())
        .contains("  6    Another run uses this state.")
        .doesNotContain("budget");
  }

  @Test
  void aJobThatDoesNotExistIsNoRun() {
    var slip = CommandResult.run("run", folder.resolve("rooms.csv").toString());

    assertThat(slip.exit()).isEqualTo(2);
    assertThat(slip.err()).contains("does not exist");
  }

  @Test
  void anUnknownJobFileKeyIsNamedWithItsLineAndTheNearest() throws Exception {
    var jobFile = Files.writeString(
        folder.resolve("nightly.yml"), "input: rooms.csv\nlimits:\n  in-fligth: 3\n");

    var slip = CommandResult.run("run", jobFile.toString());

    assertThat(slip.exit()).isEqualTo(2);
    assertThat(slip.err()).contains("nightly.yml, line 3").contains("did you mean");
    assertThat(slip.err()).contains("in-flight");
  }

  @Test
  void aPaidEndpointWithoutAKeyIsExit7() throws Exception {
    Files.writeString(
        folder.resolve("rooms.csv"), "init_image,prompt\nhttps://a.example/1.jpg,a\n");

    var refused = CommandResult.run(
        "run",
        folder.resolve("rooms.csv").toString(),
        "--endpoint=https://provider.invalid",
        "--set=budget.renders=1");

    assertThat(refused.exit()).isEqualTo(7);
    assertThat(refused.err()).contains("ROOMLINE_API_KEY");
  }

  @Test
  void aPaidEndpointWithoutABudgetIsExit2() throws Exception {
    Files.writeString(folder.resolve("rooms.csv"), "init_image,prompt\n");

    var refused = CommandResult.run(
        "run", folder.resolve("rooms.csv").toString(), "--endpoint=https://provider.invalid");

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("budget.renders");
  }
}
