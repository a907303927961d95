package dev.roomline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFileFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The order is option, environment, job file, default. */
class JobOptionsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("ROOMLINE_ENDPOINT", "https://environment.example");

  @TempDir
  Path folder;

  @BeforeEach
  void writeJobFile() throws IOException {
    Files.writeString(folder.resolve("nightly.yml"), """
        input: rooms.csv
        endpoint: { url: "https://sheet.example" }
        budget: { renders: 5 }
        """);
  }

  @Test
  void theEnvironmentsEndpointReplacesTheJobFiles() {
    assertThat(read(ENVIRONMENT).endpoint().url()).isEqualTo("https://environment.example");
    assertThat(read(Map.of()).endpoint().url()).isEqualTo("https://sheet.example");
  }

  @Test
  void aFlagReplacesTheEnvironmentsEndpoint() {
    assertThat(read(ENVIRONMENT, "--endpoint=https://flag.example").endpoint().url())
        .isEqualTo("https://flag.example");
    assertThat(read(ENVIRONMENT, "--set=endpoint.url=sandbox").endpoint().url())
        .isEqualTo("sandbox");
  }

  @Test
  void anyKeyCanBeSet() {
    assertThat(read(Map.of(), "--set", "limits.in-flight=9", "--set", "retries=0")
            .limits()
            .inFlight())
        .isEqualTo(9);
  }

  @Test
  void pathsOfOptionsStartAtTheWorkingFolderAndThoseOfAJobFileAtTheJobFile() {
    var jobFile = read(Map.of(), "--output=elsewhere");

    assertThat(jobFile.output()).isEqualTo(Path.of("elsewhere").toAbsolutePath());
    assertThat(jobFile.rooms().input()).isEqualTo(folder.resolve("rooms.csv"));
  }

  @Test
  void aSettingWithoutAValueIsRefused() {
    assertThatThrownBy(() -> read(Map.of(), "--set=limits"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--set key=value");
  }

  @Test
  void aBudgetOptionReplacesTheJobFiles() {
    assertThat(budget("120").renders()).hasValue(120);
    assertThat(budget("renders=7", "per=day").per()).isEqualTo(JobFile.Per.DAY);
  }

  @Test
  void aBudgetThatIsNeitherRendersNorNamedIsRefused() {
    assertThatThrownBy(() -> budget("25.50"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("--budget 25.50: write --budget 120 for renders, or --budget money=25.50");
  }

  private JobFile.Budget budget(String... texts) {
    var option = new BudgetOption();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(option))
        .parseArgs(Stream.of(texts).map(text -> "--budget=" + text).toArray(String[]::new));
    return JobFileFinder.open(folder.resolve("nightly.yml").toString(), option.settings())
        .spending()
        .budget();
  }

  private JobFile read(Map<String, String> environment, String... flags) {
    var job = Stream.of(folder.resolve("nightly.yml").toString());
    var options = new JobOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options))
        .parseArgs(Stream.concat(job, Stream.of(flags)).toArray(String[]::new));
    return options.jobFile(environment);
  }
}
