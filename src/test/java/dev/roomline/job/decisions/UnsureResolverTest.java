package dev.roomline.job.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.domain.StorageException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsureResolverTest {
  /** Answered from the second time on. */
  private static final String LOST_ONCE = "lamp [sandbox nothing-after 1]";

  private static final String LOST = "rug [sandbox nothing-after]";

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()))
        .prompts("sofa", LOST_ONCE, LOST, "[sandbox content]");
  }

  @Test
  void tellsWhenWhereAndByWhichRunAnUnsureRowWasSent() throws Exception {
    var before = Instant.now().minusMillis(1);
    job.run();

    var unsure = resolve().unsure().unsure();

    assertThat(unsure).extracting(it -> it.position().row()).containsExactly(3L, 4L);
    assertThat(unsure).allSatisfy(it -> {
      assertThat(it.sentAt()).isBetween(before, Instant.now());
      assertThat(it.endpoint()).contains(provider.url().toString());
      assertThat(it.run()).isEqualTo(1);
      assertThat(it.reason()).startsWith("may have been sent");
    });
  }

  @Test
  void aDecisionThatWasKilledBeforeItsOutputIsPublishedWhenItIsRepeated() throws Exception {
    job.run();
    var before = Files.readString(job.results());
    resolve().notPaid(rows("all"), "anna", "not in the account");
    Files.writeString(job.results(), before);

    assertThatThrownBy(() -> resolve().notPaid(rows("all"), "anna", "not in the account"))
        .hasMessage("no row is unsure");

    assertThat(job.column("status"))
        .containsExactly("rendered", "not-bought", "not-bought", "refused");
  }

  @Test
  void aDecisionThatWasKilledBeforeItsLinesIsShownByTheNextDecision() throws Exception {
    job.run();
    resolve().notPaid(rows("3"), "anna", "not in the account");
    job.queryState(it ->
        it.sql("update render_result set status = 'unsure' where row_no = 3").update());

    resolve().giveUp(rows("all"), "anna", "no use");

    assertThat(job.column("status").get(1)).isEqualTo("not-bought");
    assertThat(job.column("status").get(2)).isNotEqualTo("unsure");
  }

  @Test
  void whatIsNotPaidIsBoughtByTheNextRun() throws Exception {
    job.run();

    resolve().notPaid(rows("3"), "anna", "not in the account");

    assertThat(job.column("status")).containsExactly("rendered", "not-bought", "unsure", "refused");
    assertThat(job.column("paid").get(1)).isEqualTo("no");
    job.run();
    assertThat(job.column("status")).containsExactly("rendered", "rendered", "unsure", "refused");
    assertThat(job.column("attempts").get(1)).isEqualTo("2");
    assertThat(provider.creates()).isEqualTo(5);
  }

  @Test
  void aSecondUnsureOutcomeWaitsForAPersonAgain() throws Exception {
    job.run();
    resolve().notPaid(rows("4"), "anna", "");

    job.run();
    job.run();

    assertThat(job.column("status").get(2)).isEqualTo("unsure");
    assertThat(job.column("attempts").get(2)).isEqualTo("2");
    assertThat(provider.creates()).isEqualTo(5);
  }

  @Test
  void theUnsureLineOfWhatIsBoughtAgainStaysInTheLedger() throws Exception {
    job.run();
    resolve().notPaid(rows("3"), "anna", "");
    job.run();

    List<String> states = job.queryState(
        it -> it.sql("select state from render_ledger where row_no = 3 order by attempt")
            .query(String.class)
            .list());

    assertThat(states).containsExactly("UNSURE", "RENDERED");
  }

  @Test
  void aRowThatWasBoughtAgainIsNotUnsureAnyMore() throws Exception {
    job.run();
    resolve().notPaid(rows("3"), "anna", "");
    job.run();

    assertThatThrownBy(() -> resolve().giveUp(rows("3"), "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("row 3 is not unsure: its status is rendered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsure=hold", "unsure=resend"})
  void whatIsGivenUpIsNeverBoughtAgain(String policy) throws Exception {
    job.run();

    resolve().giveUp(rows("all"), "anna", "too old");

    assertThat(job.column("error").get(2)).isEqualTo("given up by anna: too old");
    assertThat(job.run(policy).byStatus())
        .isEqualTo(
            Map.of(ResultStatus.RENDERED, 1L, ResultStatus.FAILED, 2L, ResultStatus.REFUSED, 1L));
    assertThat(provider.creates()).isEqualTo(4);
  }

  @Test
  void aPictureFromElsewhereIsKeptByTheNextRun() throws Exception {
    job.run();
    var address = job.column("outputs").get(0);

    resolve().paidElsewhere(rows("3"), List.of(address), "anna", "found it in the account");

    assertThat(job.column("status").get(1)).isEqualTo("rendering");
    job.run();
    var line = job.lines().get(1);
    assertThat(line.get("status")).isEqualTo("rendered");
    assertThat(line.get("outputs")).isEqualTo(address);
    assertThat(folder.resolve("out").resolve(line.get("picture"))).exists();
    assertThat(provider.creates()).isEqualTo(4);
  }

  @Test
  void aKeptPictureFromElsewhereStandsForGood() throws Exception {
    job.run();
    resolve().paidElsewhere(rows("3"), List.of(job.column("outputs").get(0)), "anna", "");
    job.run();

    assertThatThrownBy(() -> resolve().notPaid(rows("3"), "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("row 3 is not unsure: its status is rendered");
  }

  @Test
  void anAddressThatNeverBroughtAPictureMayBeCorrected() throws Exception {
    job.run();
    var wrong = provider.url().resolve("/nowhere.png").toString();
    resolve().paidElsewhere(rows("3"), List.of(wrong), "anna", "");
    job.run();

    resolve().paidElsewhere(rows("3"), List.of(job.column("outputs").get(0)), "anna", "");

    job.run();
    assertThat(job.column("status").get(1)).isEqualTo("rendered");
  }

  @Test
  void whatIsPaidWithoutAPictureFailsAndIsPaid() throws Exception {
    job.run();

    resolve().paidElsewhere(rows("3"), List.of(), "anna", "sent by mail");

    var line = job.lines().get(1);
    assertThat(line.get("status")).isEqualTo("failed");
    assertThat(line.get("paid")).isEqualTo("bought");
    job.run();
    assertThat(provider.creates()).isEqualTo(4);
  }

  @Test
  void aDecisionMayBeCorrectedBeforeAnythingIsBought() throws Exception {
    job.run();
    resolve().giveUp(rows("3"), "anna", "");

    resolve().notPaid(rows("3"), "ben", "");

    assertThat(job.run().byStatus()).containsEntry(ResultStatus.RENDERED, 2L);
  }

  @Test
  void whoDecidedAndWhyIsKeptEvenIfItIsCorrected() throws Exception {
    job.run();
    resolve().giveUp(rows("3"), "anna", "too old");
    resolve().notPaid(rows("3"), "ben", "no, it is not");

    List<String> decisions = job.queryState(
        it -> it.sql("select decision || ' ' || decided_by || ': ' || why from render_decision"
                + " order by number")
            .query(String.class)
            .list());

    assertThat(decisions).containsExactly("GIVEN_UP anna: too old", "NOT_PAID ben: no, it is not");
  }

  @Test
  void aRowThatIsNotUnsureCannotBeResolved() throws Exception {
    job.run();

    assertThatThrownBy(() -> resolve().notPaid(rows("3-5"), "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("row 5 is not unsure: its status is refused");
    assertThat(resolve().unsure().unsure()).hasSize(2);
  }

  @Test
  void aRowThatWasNeverSentCannotBeResolved() throws Exception {
    job.limited(1, "limits.in-flight=1");

    assertThatThrownBy(() -> resolve().notPaid(rows("5"), "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("row 5 is not unsure: its status is not-bought");
  }

  @Test
  void onePictureIsNotShownForSeveralRenders() throws Exception {
    job.run();
    var picture = List.of("https://a.example/1.png");

    assertThatThrownBy(() -> resolve().paidElsewhere(rows("all"), picture, "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2 unsure renders, but 1 picture is named");
  }

  @Test
  void aPictureLiesAtAWebAddress() throws Exception {
    job.run();
    var picture = List.of("file:///etc/passwd");

    assertThatThrownBy(() -> resolve().paidElsewhere(rows("3"), picture, "anna", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not an http or https address");
  }

  @Test
  void equalRowsAreDecidedTogether() throws Exception {
    job.prompts("sofa", LOST_ONCE, LOST_ONCE).run();

    var report = resolve().notPaid(rows("4"), "anna", "");

    assertThat(report.decided()).containsExactly(3L, 4L);
  }

  @Test
  void theRunStillEndsUndecidedWhileARowIsUnsure() throws Exception {
    job.run();
    resolve().giveUp(rows("3"), "anna", "");

    assertThat(job.run().exit()).isEqualTo(ExitCode.UNDECIDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsure=hold", "unsure=resend"})
  void thePlanBuysWhatTheRunBuys(String policy) throws Exception {
    job.prompts("a [sandbox nothing-after 1]", "b [sandbox nothing-after 1]", LOST, "sofa")
        .run();
    resolve().notPaid(rows("2"), "anna", "");
    resolve().giveUp(rows("3"), "anna", "");
    var before = provider.creates();

    var plan = job.plan(policy);
    job.run(policy);

    assertThat(plan.quote().toBuy()).isEqualTo(provider.creates() - before);
  }

  @Test
  void aDecisionCountsEvenIfTheResultsWereNeverPrinted() throws Exception {
    job.run();
    Files.delete(job.results());
    Files.createDirectory(job.results());
    assertThatThrownBy(() -> resolve().notPaid(rows("3"), "anna", ""))
        .isInstanceOf(StorageException.class);
    Files.delete(job.results());

    job.run();

    assertThat(job.column("status")).containsExactly("rendered", "rendered", "unsure", "refused");
  }

  @Test
  void aCorrectionCountsInAContinuedRunEvenIfItsLineWasNeverWritten() throws Exception {
    job.prompts("sofa", LOST_ONCE, "chair").limited(2, "limits.in-flight=1");
    resolve().giveUp(rows("3"), "anna", "");
    try (var last = OpenedRun.open(jobFile(), Clock.systemUTC())) {
      var entry = UnsureSelection.of(rows("3"), last).iterator().next();
      last.table().reopen(List.of(entry.purchase().key()), ResultStatus.UNSURE);
      var notPaid = new Decision(Kind.NOT_PAID, "ben", "", Instant.now());
      last.purchases().decisions().resolve(entry.purchase(), notPaid, null);
    }

    var report = job.run();

    assertThat(report.run()).isEqualTo(1);
    assertThat(job.column("status")).containsOnly("rendered");
  }

  @Test
  void theGalleryShowsTheDecision() throws Exception {
    job.run();
    assertThat(Files.readString(folder.resolve("out/index.html"))).contains("Unsure");

    resolve().giveUp(rows("all"), "anna", "");

    assertThat(Files.readString(folder.resolve("out/index.html"))).doesNotContain("Unsure");
  }

  private UnsureResolver resolve() {
    return new UnsureResolver(jobFile(), Clock.systemUTC());
  }

  private JobFile jobFile() {
    return JobFile.load(job.file("nightly.yml"), Map.of());
  }

  private static RowSelection rows(String words) {
    return RowSelection.parse(List.of(words));
  }
}
