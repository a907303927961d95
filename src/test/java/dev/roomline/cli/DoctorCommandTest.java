package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

class DoctorCommandTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private String csv;

  @BeforeEach
  void open() throws IOException {
    provider.open(SandboxExtension.quick());
    Files.createDirectories(folder.resolve("photos"));
    Files.copy(Path.of("sample-data/photos/bathroom.jpg"), folder.resolve("photos/bathroom.jpg"));
    csv = Files.writeString(folder.resolve("rooms.csv"), "init_image,prompt\nbathroom.jpg,sofa\n")
        .toString();
  }

  @Test
  void printsEachFindingInALineAndWhetherARunWouldStart() {
    var result = doctor();

    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("OK    endpoint")
        .contains("WARN  job file  no budget set")
        .contains("      Next: set the most to pay for")
        .contains("No problem found that would stop a run.");
    assertThat(provider.creates()).isZero();
  }

  @Test
  void quietPrintsNothingWhereARunWouldStart() {
    assertThat(doctor("--quiet")).isEqualTo(new CommandResult(0, "", ""));
  }

  @Test
  void jsonIsOneObjectOnStdout() {
    var json = new ObjectMapper().readTree(doctor("--json").out());

    assertThat(json.path("exit").asInt()).isZero();
    assertThat(json.path("findings").size()).isGreaterThan(5);
    assertThat(json.path("findings").get(0).propertyNames())
        .containsExactly("what", "standing", "words", "remedy", "exit");
  }

  @Test
  void aJobFileThatCannotBeReadIsAFindingToo() {
    var result = doctor("--set=limits.in-fligth=3", "--json");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).contains("\"what\":\"sheet\"").contains("in-flight");
  }

  @Test
  void theSandboxOfARunIsNotStarted() {
    var result = CommandResult.run("doctor", csv);

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("the sandbox, started with each run: no key");
  }

  @Test
  void aMissingPhotosFolderIsExit2AndTheRestIsStillReported() {
    var result = doctor("--set=photos=" + folder.resolve("none"));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).contains("there is no folder").contains("OK    endpoint");
  }

  private CommandResult doctor(String... more) {
    var args = new String[more.length + 3];
    args[0] = "doctor";
    args[1] = csv;
    args[2] = "--endpoint=" + provider.url();
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandResult.run(args);
  }
}
