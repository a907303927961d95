package dev.roomline.job.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.JobFolder;
import dev.roomline.job.doctor.Doctor.Target;
import dev.roomline.job.doctor.Finding.Standing;
import dev.roomline.report.DoctorSummary;
import dev.roomline.report.JsonReports;
import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.state.RunStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
  private static final Path PHOTOS = Path.of("sample-data/photos");
  private static final String[] SOUND = {
    "endpoint.price=0.02", "budget.renders=5", "keep-originals=true"
  };

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    var like = SandboxExtension.quick()
        .withKey("s3cret")
        .withPhotos(PHOTOS)
        .withPrice(new BigDecimal("0.02"))
        .withWallet(new BigDecimal("1.00"));
    job = JobFolder.in(folder, provider.open(like));
    rooms("bathroom.jpg");
  }

  @Test
  void aSoundJobIsWellInEveryRespect() throws Exception {
    var report = doctor(SOUND);

    assertThat(report.exit()).isEqualTo(ExitCode.DONE);
    assertThat(report.findings()).allMatch(it -> it.standing() == Standing.WELL);
    assertThat(report.findings())
        .extracting(Finding::what)
        .containsExactly(
            "rooms",
            "photos",
            "key",
            "endpoint",
            "wallet",
            "queue",
            "clock",
            "state",
            "disk",
            "disk",
            "sheet");
  }

  @Test
  void nothingIsBilledAndNoRenderIsAskedFor() throws Exception {
    doctor();

    assertThat(provider.creates()).isZero();
    assertThat(provider.billed()).isZero();
    assertThat(provider.count("uploads")).isZero();
    assertThat(job.file("state")).doesNotExist();
    assertThat(job.file("out")).doesNotExist();
  }

  @Test
  void aWrongKeyIsExit7AndIsNotShown() throws Exception {
    var report = examine(patient(ApiKey.from("wr0ng"), Clock.systemUTC()));

    assertThat(report.exit()).isEqualTo(ExitCode.ACCOUNT);
    assertThat(found(report, "key").words()).contains("Invalid");
    assertThat(DoctorSummary.of(report).toString() + JsonReports.of(report))
        .doesNotContain("wr0ng")
        .contains("ROOMLINE_API_KEY");
  }

  @Test
  void aMissingKeyKeepsNothingElseFromBeingLookedAt() throws Exception {
    var request = job.command(false, OptionalLong.empty());
    var keyless = new Target(
        request.jobFile(),
        () -> request.access().endpoint(),
        () -> request.access().photos(),
        () -> {
          throw new StartRefusedException(ExitCode.ACCOUNT, "a key is needed");
        },
        Clock.systemUTC());

    var report = examine(keyless);

    assertThat(report.exit()).isEqualTo(ExitCode.ACCOUNT);
    assertThat(found(report, "endpoint").standing()).isEqualTo(Standing.WELL);
    assertThat(found(report, "clock").standing()).isEqualTo(Standing.WELL);
    assertThat(found(report, "state").standing()).isEqualTo(Standing.WELL);
  }

  @Test
  void anUnreachableEndpointIsExit5() throws Exception {
    provider.close();

    var report = doctor();

    assertThat(report.exit()).isEqualTo(ExitCode.ENDPOINT);
    assertThat(found(report, "rooms").standing()).isEqualTo(Standing.WELL);
  }

  @Test
  void theWalletIsCountedInRenders() throws Exception {
    assertThat(found(doctor("endpoint.price=0.02"), "wallet").words())
        .isEqualTo("1.00 USD, enough for 50 renders at 0.02");
  }

  @Test
  void aWalletWithoutARendersWorthIsReported() throws Exception {
    provider.withdrawFromWallet(50);

    assertThat(found(doctor(), "wallet").standing()).isEqualTo(Standing.LOOK);
  }

  @ParameterizedTest
  @CsvSource({"PT3M,3 min ahead of the endpoint's", "PT-1H,60 min behind the endpoint's"})
  void aClockThatIsOffIsReported(Duration off, String words) throws Exception {
    var clock = Clock.offset(Clock.systemUTC(), off.plusSeconds(off.isNegative() ? -20 : 20));

    var report = examine(patient(ApiKey.from("s3cret"), clock));

    assertThat(found(report, "clock").words()).isEqualTo(words);
    assertThat(report.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aStateThatIsHeldIsExit6() throws Exception {
    try (var lock = job.state().lock(Duration.ZERO).orElseThrow()) {
      var here = ProcessHandle.current().pid();
      job.state().runStatusFile().write(new RunStatus(here, "nightly.yml", "1", null));

      var report = doctor();

      assertThat(report.exit()).isEqualTo(ExitCode.HELD);
      assertThat(found(report, "state").words()).contains("process " + here);
    }
  }

  @Test
  void aDamagedDatabaseIsExit11() throws Exception {
    Files.createDirectories(job.file("state"));
    Files.writeString(job.file("state/roomline.mv.db"), "no database");

    assertThat(doctor().exit()).isEqualTo(ExitCode.STORAGE);
  }

  @Test
  void aFileInTheWayOfTheResultsIsExit11() throws Exception {
    Files.writeString(job.file("taken"), "");

    assertThat(doctor("output=" + job.file("taken/out")).exit()).isEqualTo(ExitCode.STORAGE);
  }

  @Test
  void aRoomsFileThatCannotBeReadIsExit2() throws Exception {
    job.csv("prompt\n");

    assertThat(doctor().exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void rowsThatWaitForAPersonAreReported() throws Exception {
    job.csv("init_image,prompt\nhttps://photos.example/a.jpg,[sandbox nothing-after]\n");
    job.run("budget.renders=1", "budget.per=day");
    rooms("bathroom.jpg");

    var report = doctor("budget.renders=1", "budget.per=day");

    assertThat(found(report, "unsure").words()).startsWith("1 row may have been charged");
    assertThat(found(report, "budget").words()).startsWith("used up");
  }

  @Test
  void aPatienceThatRendersNearlyUseUpIsReported() throws Exception {
    job.run("keep-originals=false");
    job.queryState(
        it -> it.sql("update render_ledger set claimed_at = dateadd(second, -600, settled_at)")
            .update());

    assertThat(found(doctor(), "patience").words())
        .isEqualTo("limits.patience is 900 s, but some of the last renders took 600 s");
  }

  @Test
  void moreInFlightThanAnyPlanQueuesIsReported() {
    var request = job.command(
        false,
        OptionalLong.empty(),
        "endpoint.url=https://provider.invalid",
        "budget.renders=5",
        "limits.in-flight=20");

    assertThat(new JobFileCheck(request.jobFile(), Clock.systemUTC()).check())
        .anyMatch(it -> it.words().startsWith("limits.in-flight is 20"));
  }

  @Test
  void aPhotoOnTheWebIsAskedFor() throws Exception {
    rooms(provider.url() + "/photos/bathroom.jpg?sig=hidden", provider.url() + "/photos/gone.jpg");

    var photos =
        doctor().findings().stream().filter(it -> it.what().equals("photos")).toList();

    assertThat(photos).extracting(Finding::standing).containsExactly(Standing.WELL, Standing.LOOK);
    assertThat(photos.toString()).doesNotContain("hidden");
  }

  @Test
  void aPhotoThatIsNotInTheFolderIsAProblemOfItsRow() throws Exception {
    rooms("nowhere.jpg");

    assertThat(found(doctor(), "rooms").words()).contains("row 2: ").contains("nowhere.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits.window=8|limits.window 8 is small for 4 in flight",
        "unsure=resend|unsure: resend pays again",
        "keep-originals=false|keep-originals is off",
        "window.until=2020-01-01T06:00|window.until has passed"
      })
  void aSuspectSettingOfTheJobFileIsReported(String setting, String words) throws Exception {
    assertThat(suspectSettings(doctor(setting))).anyMatch(it -> it.startsWith(words));
  }

  @Test
  void neitherPriceNorBudgetIsASmell() throws Exception {
    assertThat(suspectSettings(doctor()))
        .anyMatch(it -> it.equals("no budget set"))
        .anyMatch(it -> it.startsWith("no price set"));
  }

  @Test
  void everyFindingThatIsNotWellHasARemedy() throws Exception {
    assertThat(doctor("limits.window=8", "unsure=resend").findings())
        .filteredOn(it -> it.standing() == Standing.LOOK)
        .isNotEmpty()
        .noneMatch(it -> it.remedy().isEmpty());
  }

  @Test
  void allBytesOfThePicturesAreReadIfThatIsAskedFor() throws Exception {
    job.run(SOUND);
    var target = patient(ApiKey.from("s3cret"), Clock.systemUTC(), SOUND);
    assertThat(found(new Doctor(target).examine(true), "pictures").words())
        .isEqualTo("2 kept pictures read: all whole");
    var picture = job.file("out").resolve(job.column("picture").get(0));
    assertThat(picture.toFile().setWritable(true)).isTrue();
    Files.write(picture, new byte[] {1}, StandardOpenOption.WRITE);

    var finding = found(new Doctor(target).examine(true), "pictures");

    assertThat(finding.standing()).isEqualTo(Standing.LOOK);
    assertThat(finding.words()).contains("2 kept pictures read: 1 damaged", ".png");
    assertThat(finding.remedy()).contains("run JOB");
  }

  /** Rows whose photos lie beside the job file, unless they are addresses. */
  private void rooms(String... photos) throws IOException {
    Files.createDirectories(job.file("photos"));
    if (Files.notExists(job.file("photos/bathroom.jpg"))) {
      Files.copy(PHOTOS.resolve("bathroom.jpg"), job.file("photos/bathroom.jpg"));
    }
    var csv = new StringBuilder("init_image,prompt\n");
    for (var photo : photos) csv.append(photo).append(",sofa\n");
    job.csv(csv.toString());
  }

  private DoctorReport doctor(String... settings) throws InterruptedException {
    return examine(patient(ApiKey.from("s3cret"), Clock.systemUTC(), settings));
  }

  private Target patient(ApiKey key, Clock clock, String... settings) {
    var request = job.command(false, OptionalLong.empty(), settings);
    var access = request.access();
    return new Target(request.jobFile(), access::endpoint, access::photos, () -> key, clock);
  }

  private static DoctorReport examine(Target target) throws InterruptedException {
    return new Doctor(target).examine(false);
  }

  private static Finding found(DoctorReport report, String what) {
    return report.findings().stream()
        .filter(it -> it.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> suspectSettings(DoctorReport report) {
    return report.findings().stream()
        .filter(it -> it.what().equals("sheet") && it.standing() == Standing.LOOK)
        .map(Finding::words)
        .toList();
  }
}
