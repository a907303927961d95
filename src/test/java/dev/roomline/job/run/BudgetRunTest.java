package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is bought under a budget, run after run. */
class BudgetRunTest {
  private static final int ROOMS = 500;
  private static final int CAP = 120;
  private static final int IN_FLIGHT = 4;
  private static final String BUDGET = "budget.renders=" + CAP;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    var latency = Latency.of(Duration.ofMillis(5));
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withLatency(latency)));
  }

  @Test
  void theLargestLimitOfARunThatIsContinuedIsNoLimit() throws Exception {
    job.rooms(3).limited(1);

    assertThat(job.limited(Long.MAX_VALUE).exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void threeRunsBuyThreeBudgetsToTheRender() throws Exception {
    job.rooms(ROOMS);
    for (var time = 1; time <= 3; time++) {
      assertThat(job.run(BUDGET).exit()).isEqualTo(ExitCode.BUDGET);
      assertThat(provider.billed()).isEqualTo((long) CAP * time);
    }
  }

  @Test
  void aKillInTheMiddleOfEachRunChangesNoTotal() throws Exception {
    job.rooms(ROOMS);
    for (var time = 1; time <= 3; time++) {
      var middle = CAP * (time - 1) + CAP / 2;
      ChildRun.of(folder, BUDGET).killWhen(() -> provider.billed() >= middle);

      var report = job.run(BUDGET);

      assertThat(report.exit())
          .isEqualTo(report.unsureRows().isEmpty() ? ExitCode.BUDGET : ExitCode.UNDECIDED);
      assertThat(purchases()).isEqualTo((long) CAP * time);
      assertThat(provider.billed()).isBetween((long) (CAP - IN_FLIGHT) * time, (long) CAP * time);
    }
  }

  /** Other names for the job file after a kill; a copy has the same name, state and list. */
  enum OtherPath {
    LINK {
      @Override
      Path to(Path folder) throws IOException {
        return Files.createSymbolicLink(folder.resolve("tonight.yml"), folder.resolve(FILE));
      }
    },
    LINKED_FOLDER {
      @Override
      Path to(Path folder) throws IOException {
        return Files.createSymbolicLink(folder.resolve("link"), folder).resolve(FILE);
      }
    },
    RELATIVE {
      @Override
      Path to(Path folder) {
        return Path.of("").toAbsolutePath().relativize(folder).resolve(".").resolve(FILE);
      }
    },
    COPY {
      @Override
      Path to(Path folder) throws IOException {
        var copies = Files.createDirectories(folder.resolve("copies"));
        return Files.copy(folder.resolve(FILE), copies.resolve(FILE));
      }
    };

    private static final String FILE = "nightly.yml";

    abstract Path to(Path folder) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void aKilledRunsBudgetCountsForTheSameJobByAnotherPath(OtherPath other) throws Exception {
    job.rooms(ROOMS);
    job.limited(CAP / 2);
    job.queryState(it -> it.sql("update render_run set ending = null").update()); // as a kill does
    job.rooms(ROOMS + 1);

    var report = job.run(job.command(
        other.to(folder),
        false,
        OptionalLong.empty(),
        BUDGET,
        "input=" + job.file("rooms.csv"),
        "state=" + job.file("state")));

    assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(provider.billed()).isEqualTo(CAP);
  }

  @Test
  void aRunThatFailedHasNotEndedInGoodOrder() throws Exception {
    Files.createDirectories(job.file("out/results.csv/in the way"));
    job.rooms(ROOMS);
    assertThat(job.run(BUDGET).exit()).isEqualTo(ExitCode.STORAGE);

    assertThat(job.run(BUDGET).exit()).isEqualTo(ExitCode.STORAGE);

    assertThat(provider.billed()).isEqualTo(CAP);
  }

  @Test
  void whatTheProviderRefusesCostsNoBudget() throws Exception {
    job.prompts("a", "[sandbox model]", "b", "[sandbox model]x", "c", "d");

    var report = job.run("budget.renders=3", "limits.in-flight=1");

    assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(report.byStatus())
        .isEqualTo(Map.of(
            ResultStatus.RENDERED, 3L, ResultStatus.REFUSED, 2L, ResultStatus.NOT_BOUGHT, 1L));
  }

  @Test
  void moneyEndsTheBuyingBeforeItIsOverrun() throws Exception {
    var report = job.rooms(9).run("endpoint.price=0.3", "budget.money=1");

    assertThat(provider.billed()).isEqualTo(3);
    var why = "budget.money: 1.00 is reached: 0.90 is spent, and a render costs 0.30";
    assertThat(report.words()).containsExactly(why);
    assertThat(job.column("error")).contains(why);
  }

  @Test
  void aPriceThatChangesBetweenStartsCountsForWhatIsBoughtThen() throws Exception {
    job.rooms(9).run("endpoint.price=0.10", "budget.money=0.30", "budget.per=month");

    job.run("endpoint.price=0.05", "budget.money=0.50", "budget.per=month");

    assertThat(provider.billed()).isEqualTo(7);
  }

  @Test
  void jobFilesOfOneStateShareTheDay() throws Exception {
    job.rooms(3).run("budget.renders=5", "budget.per=day", "budget.zone=UTC");
    job.prompts("w", "x", "y", "z");

    var report = job.run("budget.renders=5", "budget.per=day", "budget.zone=UTC");

    assertThat(report.exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(provider.billed()).isEqualTo(5);
  }

  @Test
  void aBudgetUsedUpBeforeSaysSoAndNothingIsSent() throws Exception {
    job.rooms(9).run("budget.renders=2", "budget.per=month", "budget.zone=UTC");

    var second = job.run("budget.renders=2", "budget.per=month", "budget.zone=UTC");

    assertThat(second.exit()).isEqualTo(ExitCode.BUDGET);
    assertThat(provider.creates()).isEqualTo(2);
    assertThat(job.messages())
        .anyMatch(line -> line.startsWith("budget.renders: 2 per month is reached; the next month")
            && line.endsWith("UTC: nothing is paid for in this run"));
  }

  @Test
  void aBudgetUsedUpDoesNotStopARunWhoseRowsAreAllPaid() throws Exception {
    job.rooms(2).run("budget.renders=2", "budget.per=month");

    assertThat(job.run("budget.renders=2", "budget.per=month").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theLimitOfThisTimeHoldsBesideTheBudgetOfTheMonth() throws Exception {
    var report = job.rooms(9).limited(2, "budget.renders=5", "budget.per=month");

    assertThat(report.words()).containsExactly("--limit 2 is reached");
    assertThat(provider.billed()).isEqualTo(2);
  }

  @Test
  void aPlanSaysWhatTheBudgetHasNoRoomFor() throws Exception {
    job.rooms(9).run("budget.renders=3", "budget.per=month");

    assertThat(job.plan("budget.renders=5", "budget.per=month").warnings())
        .contains("the budget allows 2 of 6 renders in this run; later runs continue from there");
  }

  private long purchases() throws InterruptedException {
    return job.queryState(
        it -> it.sql("select count(*) from render_ledger where state <> 'REFUSED'")
            .query(Long.class)
            .single());
  }
}
