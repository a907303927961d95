package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, times and dates at the end of what a computer can count: used, or refused by name. */
class LargeNumbersTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  @BeforeEach
  void open() throws IOException {
    provider.open(SandboxExtension.quick());
    Files.writeString(
        folder.resolve("rooms.csv"), "init_image,prompt\nhttps://photos.example/a.jpg,sofa\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--limit=9223372036854775807",
        "--until=9999-12-31T23:59:59",
        "--max-duration=168h",
        "--wait=168h",
        "--grace=168h",
        "--budget=2147483647",
        "--budget=money=1000000000",
        "--set=endpoint.price=1000000000",
        "--set=limits.answer=1h",
        "--set=limits.patience=48h",
        "--set=limits.in-flight=1000",
        "--set=limits.requests-per-minute=100000",
        "--set=checks.min-size=99999x99999",
      })
  void theLargestThatMayBeGivenIsUsed(String option) {
    for (var command : new String[] {"plan", "run"}) {
      if (command.equals("plan") && option.matches("--(wait|grace).*")) continue;
      var done = shell(command, "--set=endpoint.price=1", option);

      assertThat(done.exit()).as(done.err()).isIn(0, 4, 8);
      assertThat(done.err()).doesNotContain("internal error");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--limit=9223372036854775808",
        "--limit=-1",
        "--limit=1e3",
        "--until=+999999999-12-31T23:59:59",
        "--until=+999999999-12-31T23:59:59-18:00",
        "--until=-999999999-01-01T00:00",
        "--until=+10000-01-01T00:00",
        "--until=1969-12-31T23:59",
        "--until=25:00",
        "--max-duration=169h",
        "--max-duration=999999999h",
        "--wait=999999999h",
        "--wait=169h",
        "--grace=999999999h",
        "--grace=9999999999999999999s",
        "--budget=2147483648",
        "--budget=99999999999999999999",
        "--budget=money=1000000001",
        "--budget=money=1e999999999",
        "--set=endpoint.price=1000000001",
        "--set=limits.answer=999999999h",
        "--set=limits.patience=999999999h",
        "--set=limits.in-flight=9223372036854775807",
        "--set=variants=9223372036854775807",
        "--set=seed=fixed 9223372036854775808",
        "--set=defaults.steps=9223372036854775808",
        "--set=checks.min-size=999999",
        "--set=sandbox.latency=999999999h",
        "--set=sandbox.credits=9223372036854775807",
      })
  void whatIsLargerEndsWith2AndIsNamed(String option) {
    var refused = shell("run", option);

    assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err())
        .contains(option.replaceFirst("=.*", "").replace("--set", "").replaceFirst("^--", ""))
        .doesNotContain("internal error", "Exception");
    assertThat(provider.creates()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--price=1e999999999",
        "--price=1e-999999999",
        "--price=-1",
        "--wallet=1e999999999",
        "--wallet=-1e999999999",
        "--queue=9223372036854775807",
        "--processing=NaN",
        "--misbehave=503=NaN",
        "--misbehave=503=Infinity",
        "--picture-rate=-9223372036854775808",
        "--picture-size=2147483647",
        "--burst=-2147483648",
        "--eta-step=0ms",
        "--latency=1e9s",
        "--port=65536",
        "--port=-1",
      })
  void theSandboxRefusesWhatItCannotCount(String option) {
    var refused = CommandResult.run("sandbox", option);

    assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err()).doesNotContain("internal error");
  }

  private CommandResult shell(String command, String... options) {
    var all = new String[options.length + 4];
    all[0] = command;
    all[1] = folder.resolve("rooms.csv").toString();
    all[2] = "--endpoint=" + provider.url();
    all[3] = "--set=retries=0";
    System.arraycopy(options, 0, all, 4, options.length);
    return CommandResult.run(all);
  }
}
