package dev.roomline.job.run;

import static dev.roomline.sandbox.SandboxExtension.quick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.domain.Sha256;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.jobfile.JobFile;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What a run leaves behind besides results.csv: the pictures themselves. */
class PictureRunTest {
  @RegisterExtension
  final SandboxExtension sandbox = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, sandbox.open(quick())).rooms(3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theStateIsItsOwnersAloneAndTheOutputIsAsAnyNewFile() throws Exception {
    job.run("keep-originals=true");

    var file = permissions(Files.createFile(folder.resolve("plain")));
    var readOnly = file.replace('w', '-');
    try (var outputs = Files.walk(folder.resolve("out"))) {
      for (var it : outputs.filter(Files::isRegularFile).toList())
        assertThat(permissions(it)).as("%s", it).isIn(file, readOnly);
    }
    try (var state = Files.list(folder.resolve("state"))) {
      for (var it : state.toList())
        assertThat(permissions(it)).as("%s", it).isIn("rw-------", "rwx------");
    }
    assertThat(permissions(folder.resolve("state"))).isEqualTo("rwx------");
  }

  @Test
  void everyRenderedRowNamesAPictureWithItsHash() throws Exception {
    job.run();

    for (var line : job.lines()) {
      var bytes = Files.readAllBytes(folder.resolve("out").resolve(line.get("picture")));
      assertThat(Sha256.hex(Sha256.digest().digest(bytes))).isEqualTo(line.get("sha256"));
    }
  }

  @Test
  void picturesAreNamedAfterTheListingAndTheRender() throws Exception {
    job.csv("Listing Key,init_image,prompt\nHL 7/Süd,https://photos.example/a.jpg,sofa\n")
        .run();

    assertThat(job.column("picture").get(0)).matches("pictures/HL-7-Sud--[0-9a-f]{8}\\.png");
  }

  @Test
  void aDeletedOutputComesBackWithoutBuying() throws Exception {
    job.run();
    var before = job.column("sha256");
    FileSystemUtils.deleteRecursively(folder.resolve("out"));

    job.run();

    assertThat(job.column("sha256")).isEqualTo(before);
    assertThat(pictures()).hasSize(3);
    assertThat(sandbox.creates()).isEqualTo(3);
  }

  @Test
  void anotherOutputFolderIsServedFromThePictureStore() throws Exception {
    job.run();
    sandbox.close();

    var report = job.run("output=" + folder.resolve("elsewhere"));

    assertThat(report.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aPictureThatWasLostHereAndIsGoneThereIsNotCalledRendered() throws Exception {
    job.prompts("sofa [sandbox blank]").run();
    review();
    assertThat(job.column("status")).containsExactly("rendered");
    FileSystemUtils.deleteRecursively(folder.resolve("state/pictures"));
    sandbox.close();

    job.run();
    assertThat(job.column("status")).containsExactly("rendering");

    job.run();
    assertThat(job.column("status")).containsExactly("rendering");
  }

  private void review() throws Exception {
    new PictureReviewer(JobFile.load(job.file("nightly.yml"), Map.of()), Clock.systemUTC())
        .accept(RowSelection.parse(List.of("all")), "anna", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"404-first", "text-plain"})
  void aPictureThatComesLateOrUnderAWrongTypeIsAPicture(String fault) throws Exception {
    sandbox.misbehave("{\"%s\":1}".formatted(fault));

    assertThat(job.run().byStatus()).isEqualTo(Map.of(ResultStatus.RENDERED, 3L));
  }

  @Test
  void aPictureThatIsGoneMakesTheRowExpired() throws Exception {
    sandbox.misbehave("{\"expired\":1}");

    var report = job.run();

    assertThat(report.exit()).isEqualTo(ExitCode.TROUBLE);
    assertThat(report.byStatus()).isEqualTo(Map.of(ResultStatus.EXPIRED, 3L));
  }

  @Test
  void whatIsNotHereYetIsFetchedByALaterRunWithoutBuying() throws Exception {
    job.prompts("sofa [sandbox html-picture 6]");
    assertThat(job.run().exit()).isEqualTo(ExitCode.TROUBLE);
    assertThat(job.column("status")).containsExactly("rendering");

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.column("status")).containsExactly("rendered");
    assertThat(sandbox.creates()).isEqualTo(1);
  }

  @Test
  void aChangedPictureOfTheOutputLeavesThePictureStoreAsItWas() throws Exception {
    job.run();
    var picture = folder.resolve("out").resolve(job.column("picture").get(0));
    Files.delete(picture);
    Files.writeString(picture, "scribble");

    job.run();

    assertThat(Files.size(picture)).isGreaterThan(1_000);
  }

  private List<Path> pictures() throws IOException {
    try (var all = Files.list(folder.resolve("out/pictures"))) {
      return all.toList();
    }
  }

  private static String permissions(Path place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
  }
}
