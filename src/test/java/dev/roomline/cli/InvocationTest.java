package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {
  private static final String CLASSES = "file:/home/anna/roomline/target/classes/";
  private static final String IN_A_JAR =
      "jar:nested:/home/anna/target/roomline.jar/!BOOT-INF/classes/!/";

  @Test
  void aJarIsCalledAsItsPathWasTyped() {
    assertThat(find("target/roomline.jar", IN_A_JAR)).isEqualTo("java -jar target/roomline.jar");
  }

  @Test
  void aPathWithABlankIsQuoted() {
    assertThat(find("my tools/roomline.jar", IN_A_JAR))
        .isEqualTo("java -jar 'my tools/roomline.jar'");
  }

  @ParameterizedTest
  @CsvSource({"target/classes:a.jar", "surefire.jar", "a.jar:roomline.jar", "''"})
  void withoutAJarOfOursTheNameHasToDo(String classPath) {
    assertThat(find(classPath, CLASSES)).isEqualTo("roomline");
  }

  @Test
  void aLauncherNamesItself() {
    var environment = Map.of("ROOMLINE_COMMAND", "bin/roomline");

    assertThat(Invocation.find(null, environment, "roomline.jar", IN_A_JAR))
        .isEqualTo("bin/roomline");
    assertThat(Invocation.find("rl", environment, "roomline.jar", IN_A_JAR)).isEqualTo("rl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decide: roomline resolve JOB | decide: rl resolve nightly --state=/s",
        "roomline retry JOB --rows 2 | rl retry nightly --state=/s --rows 2",
        "wait for it (run JOB --wait 2h) | wait for it (rl run nightly --state=/s --wait 2h)",
        "review JOB accept 2, or review JOB reject 2 | rl review nightly --state=/s accept 2, or rl"
            + " review nightly --state=/s reject 2",
        "the JOB is done | the JOB is done"
      })
  void aHintNamesTheJob(String hint, String filled) {
    assertThat(new Invocation("rl", "nightly --state=/s").fill(hint)).isEqualTo(filled);
  }

  @Test
  void theJobAndItsOptionsAreQuotedForTheShell() {
    assertThat(Invocation.of("my rooms.csv", List.of("--state=/a/it's")).job())
        .isEqualTo("'my rooms.csv' '--state=/a/it'\\''s'");
  }

  @Test
  void whereNoJobIsNamedTheHintStays() {
    assertThat(new Invocation("rl", "").fill("roomline resolve JOB"))
        .isEqualTo("roomline resolve JOB");
  }

  private static String find(String classPath, String location) {
    return Invocation.find(null, Map.of(), classPath, location);
  }
}
