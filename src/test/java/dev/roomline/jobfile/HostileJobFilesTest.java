package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.ObjectMapper;

/** Any job file is read as it stands, or refused with its name. */
class HostileJobFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Path folder;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("job-files");
  }

  @AfterContainer
  static void close() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Property(tries = 1_500)
  void anyTextIsAJobFileOrRefusedByName(@ForAll("texts") byte[] text) throws IOException {
    var file = Files.write(folder.resolve("nightly.yml"), text);
    try {
      assertThat(JobFile.load(file, Map.of()).limits().inFlight()).isPositive();
    } catch (InvalidInputException e) {
      assertThat(e).message().contains("nightly.yml");
    }
  }

  @Property(tries = 1_000)
  void anyFlagIsTakenOrRefusedByName(@ForAll("flags") String key, @ForAll("values") String value)
      throws IOException {
    var file = Files.writeString(folder.resolve("flags.yml"), "input: rooms.csv\n");

    var refused =
        catchThrowableOfType(RuntimeException.class, () -> JobFile.load(file, Map.of(key, value)));

    if (refused != null) assertThat(refused).isInstanceOf(InvalidInputException.class);
  }

  @Property(tries = 500)
  void everyTextComesBackAsItWasWritten(
      @ForAll("prompts") String prompt, @ForAll("prompts") String free) throws IOException {
    var jobFile = new LinkedHashMap<String, Object>();
    jobFile.put("input", "rooms.csv");
    jobFile.put("defaults", Map.of("prompt", prompt));
    jobFile.put("endpoint", Map.of("extra", Map.of("note", free)));
    var file = Files.writeString(folder.resolve("texts.yml"), JSON.writeValueAsString(jobFile));

    var read = JobFile.load(file, Map.of());

    assertThat(read.rooms().defaults()).containsEntry("prompt", prompt.strip());
    assertThat(read.endpoint().extra()).containsEntry("note", free);
  }

  @Provide
  Arbitrary<byte[]> texts() {
    return JobFileFragments.texts();
  }

  @Provide
  Arbitrary<String> flags() {
    return JobFileFragments.keys();
  }

  @Provide
  Arbitrary<String> values() {
    return JobFileFragments.values();
  }

  /** What YAML lets stand between double quotes. */
  @Provide
  Arbitrary<String> prompts() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars("\n\t\u00E9\u65E5\u00A0")
        .ofMaxLength(40)
        .map(text -> "a" + text.replaceAll("[{}]", "") + "z");
  }
}
