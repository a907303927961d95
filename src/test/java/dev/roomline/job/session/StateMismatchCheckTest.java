package dev.roomline.job.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.job.JobFolder;
import dev.roomline.job.plan.Planner;
import dev.roomline.output.OutputMarker;
import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Two rooms are bought; then the state that records them is lost or replaced. */
class StateMismatchCheckTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void buy() throws Exception {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick())).rooms(2);
    job.run();
  }

  @Test
  void theOutputRemembersWhichStateBoughtIt() throws Exception {
    assertThat(remembered().state()).isEqualTo(id("state"));
    assertThat(remembered().path()).isEqualTo(job.file("state").toString());
    assertThat(remembered().endpoint()).isEqualTo(provider.url() + " v5");
    assertThat(remembered().run()).isEqualTo(1);
  }

  @Test
  void itIsRememberedBeforeAnythingIsBought() throws Exception {
    FileSystemUtils.deleteRecursively(job.file("out"));
    Files.writeString(job.file("out"), "no folder");

    assertThatThrownBy(() -> job.prompts("new").run())
        .satisfies(it -> assertThat(FailureAnalyzer.exit(it)).isEqualTo(ExitCode.STORAGE));

    boughtNothingMore();
  }

  @Test
  void aRunWithoutTheStateStops() throws Exception {
    FileSystemUtils.deleteRecursively(job.file("state"));

    assertStops(job::run);

    assertThat(job.file("state")).doesNotExist();
  }

  @Test
  void aPlanWithoutTheStateStops() throws Exception {
    FileSystemUtils.deleteRecursively(job.file("state"));

    assertStops(job::plan);
  }

  @Test
  void aRunWithAnotherStateStopsAndNamesBoth() throws Exception {
    job.run(at("output", "elsewhere"), at("state", "other"));

    assertThatThrownBy(() -> job.run(at("state", "other")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            id("state"),
            job.file("state").toString(),
            id("other"),
            job.file("other").toString())
        .hasMessageContainingAll("--state PATH", "a backup", "--output PATH", "--fresh");
  }

  @Test
  void aRunWithAnotherStateBuysNothing() throws Exception {
    job.run(at("output", "elsewhere"), at("state", "other"));
    var before = provider.creates();

    assertThatThrownBy(() -> job.run(at("state", "other")))
        .isInstanceOf(InvalidInputException.class);

    assertThat(provider.creates()).isEqualTo(before);
  }

  @Test
  void aPlanWithAnotherStateStops() throws Exception {
    job.run(at("output", "elsewhere"), at("state", "other"));

    assertThatThrownBy(() -> job.plan(at("state", "other")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aStateThatWasMadeAnewMeanwhileIsAnotherOne() throws Exception {
    FileSystemUtils.deleteRecursively(job.file("state"));
    job.run(at("output", "elsewhere"));

    assertThatThrownBy(() -> job.run()).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void freshBuysEverythingAnewAndIsRememberedFromThenOn() throws Exception {
    FileSystemUtils.deleteRecursively(job.file("state"));

    job.fresh();
    job.run();

    assertThat(provider.creates()).isEqualTo(4);
    assertThat(remembered().state()).isEqualTo(id("state"));
  }

  @Test
  void aFreshPlanGoesOn() throws Exception {
    FileSystemUtils.deleteRecursively(job.file("state"));

    assertThat(
            new Planner(job.command(true, OptionalLong.empty())).plan().quote().toBuy())
        .isEqualTo(2);
  }

  @Test
  void anotherOutputMayBeBoughtWithANewState() throws Exception {
    assertThat(job.run(at("output", "elsewhere"), at("state", "other")).exit())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void aMovedStateGoesOnAndItsNewPathIsRemembered() throws Exception {
    Files.move(job.file("state"), job.file("moved"));

    job.run(at("state", "moved"));

    boughtNothingMore();
    assertThat(remembered().path()).isEqualTo(job.file("moved").toString());
  }

  @Test
  void aCopyOfTheFolderKnowsWhatIsPaid() throws Exception {
    FileSystemUtils.copyRecursively(job.file("state"), job.file("copy"));
    FileSystemUtils.deleteRecursively(job.file("state"));

    assertThat(job.run(at("state", "copy")).exit()).isEqualTo(ExitCode.DONE);

    boughtNothingMore();
    assertThat(job.column("paid")).containsOnly("reused");
  }

  @Test
  void theDatabasesOwnBackupKnowsWhatIsPaid() throws Exception {
    var zip = job.file("state.zip");
    job.queryState(it -> it.sql("backup to '" + zip + "'").update());
    FileSystemUtils.deleteRecursively(job.file("state"));
    unzip(zip, Files.createDirectory(job.file("state")));

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    boughtNothingMore();
  }

  @Test
  void anOlderCopyGoesOnAndSaysSo() throws Exception {
    FileSystemUtils.copyRecursively(job.file("state"), job.file("copy"));
    job.rooms(3).run();

    job.run(at("state", "copy"));

    assertThat(job.messages()).anyMatch(it -> it.contains("ends with run 1, and"));
  }

  @Test
  void picturesWithoutADatabaseStopARunIntoAnyOutput() throws Exception {
    Files.delete(job.file("state/roomline.mv.db"));

    assertStops(() -> job.run(at("output", "elsewhere")));

    assertThat(job.file("state/roomline.mv.db")).doesNotExist();
  }

  @Test
  void aDamagedDatabaseStopsARunAndStaysAsItIs() throws Exception {
    var damaged = spoilHeaders();

    assertThatThrownBy(() -> job.run())
        .satisfies(it -> assertThat(FailureAnalyzer.exit(it)).isEqualTo(ExitCode.STORAGE))
        .satisfies(
            it -> assertThat(FailureAnalyzer.message(it)).contains("is damaged", "a backup"));

    assertThat(job.file("state/roomline.mv.db")).hasBinaryContent(damaged);
    boughtNothingMore();
  }

  @Test
  void aDamagedMemoryStopsARun() throws Exception {
    Files.writeString(job.file("out/.roomline.json"), "{");

    assertStops(job::run);
  }

  /** A setting that names a place in the job's folder. */
  private String at(String key, String name) {
    return key + "=" + job.file(name);
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (var content = FileSystems.newFileSystem(zip)) {
      FileSystemUtils.copyRecursively(content.getPath("/"), folder);
    }
  }

  private void assertStops(ThrowingCallable command) {
    assertThatThrownBy(command).isInstanceOf(InvalidInputException.class);
    boughtNothingMore();
  }

  private void boughtNothingMore() {
    assertThat(provider.creates()).isEqualTo(2);
  }

  /** Returns what the database's file then holds. */
  private byte[] spoilHeaders() throws IOException {
    var file = job.file("state/roomline.mv.db");
    var bytes = Files.readAllBytes(file);
    for (var n = 0; n < 8192; n++) bytes[n] = (byte) (n * 31);
    Files.write(file, bytes);
    return bytes;
  }

  private OutputMarker remembered() {
    return OutputMarker.in(job.file("out")).orElseThrow();
  }

  private String id(String state) throws InterruptedException {
    try (var lock = new StateFolder(job.file(state)).lock(Duration.ZERO).orElseThrow();
        Database database = lock.open(1)) {
      return database.id();
    }
  }
}
