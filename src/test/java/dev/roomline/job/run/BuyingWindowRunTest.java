package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.session.JobRequest;
import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.state.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Buying ends early enough for renders in flight. By this clock each request takes a minute. */
class BuyingWindowRunTest {
  private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withProcessingShare(1)));
  }

  @Test
  void nothingIsBoughtThatWouldComeTooLate() throws Exception {
    job.rooms(5);

    var report = run("window.max-duration=150s", "limits.in-flight=1");

    assertThat(report.exit()).isEqualTo(ExitCode.WINDOW);
    assertThat(provider.billed()).isEqualTo(2);
    assertThat(job.column("status"))
        .containsExactly("rendered", "rendered", "not-bought", "not-bought", "not-bought");
    var why = "the time window ends at 2026-11-22 01:02:30 +00:00, and renders take about 60 s";
    assertThat(report.words()).containsExactly(why);
    assertThat(job.column("error").subList(2, 5)).containsOnly(why);
  }

  @Test
  void theSameCommandGoesOnInTheNextWindow() throws Exception {
    job.rooms(5);
    var first = run("window.until=01:02:30", "window.zone=UTC", "limits.in-flight=1");

    var next = run("window.until=08:00", "window.zone=UTC");

    assertThat(next.exit()).isEqualTo(ExitCode.DONE);
    assertThat(next.run()).isEqualTo(first.run());
    assertThat(provider.billed()).isEqualTo(5);
  }

  @Test
  void earlierRunsTellHowLongRendersTake() throws Exception {
    job.rooms(1);
    run();

    var report = run("input=" + more(), "window.max-duration=30s");

    assertThat(report.exit()).isEqualTo(ExitCode.WINDOW);
    assertThat(provider.billed()).isEqualTo(1);
  }

  private Path more() throws IOException {
    return Files.writeString(
        job.file("more.csv"), "init_image,prompt\nhttps://photos.example/a.jpg,lamp\n");
  }

  @Test
  void everythingBoughtIsCollected() throws Exception {
    job.rooms(20);

    var report = run("window.max-duration=10m");

    assertThat(report.exit()).isEqualTo(ExitCode.WINDOW);
    assertThat(report.byStatus()).containsOnlyKeys(ResultStatus.RENDERED, ResultStatus.NOT_BOUGHT);
    assertThat(report.byStatus()).containsEntry(ResultStatus.RENDERED, provider.billed());
  }

  @Test
  void aWindowThatIsOverBuysNothingAndSaysSo() throws Exception {
    job.rooms(2);

    var report = run("window.until=2026-11-22T00:59", "window.zone=UTC");

    assertThat(report.exit()).isEqualTo(ExitCode.WINDOW);
    assertThat(provider.creates()).isZero();
    assertThat(job.messages())
        .contains(
            "the time window ended at 2026-11-22 00:59:00 +00:00: nothing is paid for in this run");
  }

  @Test
  void aWindowThatIsOverDoesNotMatterWhereNothingIsToBeBought() throws Exception {
    job.rooms(2).run();

    assertThat(run("window.until=2026-11-22T00:59", "window.zone=UTC").exit())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void waitingForTheLockCounts() throws Exception {
    job.rooms(2);
    var late = new AtomicReference<>(START);
    job.state().runStatusFile().write(new RunStatus(1, "nightly.yml", "1", null));
    var held = job.state().lock(Duration.ZERO).orElseThrow();

    var report = run(
        late::get,
        news -> {
          if (!news.contains("Waiting up to")) return;
          late.set(START.plusSeconds(3601));
          held.close();
        },
        "window.max-duration=1h");

    assertThat(report.exit()).isEqualTo(ExitCode.WINDOW);
    assertThat(provider.creates()).isZero();
  }

  private RunReport run(String... settings) throws InterruptedException {
    return run(
        () -> START.plus(Duration.ofMinutes(provider.creates())), job.messages()::add, settings);
  }

  private RunReport run(InstantSource time, Consumer<String> news, String... settings)
      throws InterruptedException {
    var usual = job.command(false, OptionalLong.empty(), settings);
    var request = new JobRequest(
        usual.jobFile(),
        usual.access(),
        false,
        OptionalLong.empty(),
        Duration.ofSeconds(20),
        usual.grace(),
        new JobRequest.Timing(clock(time), usual.timing().delays()));
    return new RunStarter(request, new StopRequest(), news, progress -> {}).run();
  }

  private static Clock clock(InstantSource time) {
    return time.withZone(ZoneOffset.UTC);
  }
}
