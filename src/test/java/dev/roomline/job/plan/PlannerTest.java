package dev.roomline.job.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.run.RunStarter;
import dev.roomline.job.run.StopRequest;
import dev.roomline.report.CommandSummary;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
  }

  @Test
  void buysNothing() throws Exception {
    job.rooms(3).plan();

    assertThat(provider.creates()).isZero();
  }

  @Test
  void aSecondPlanWarnsOfNoMoreThanTheFirst() throws Exception {
    var job = new Planner(this.job.rooms(3).command(false, OptionalLong.of(1)));
    var first = job.plan();

    assertThat(first.warnings()).isNotEmpty();
    assertThat(job.plan().warnings()).isEqualTo(first.warnings());
  }

  @Test
  void countsEachRowOnce() throws Exception {
    job.prompts("owned", "[sandbox content]").run();

    var plan = job.prompts("owned", "new", "new", "", "[sandbox content]").plan();

    assertThat(plan.rows()).isEqualTo(5);
    assertThat(plan.quote().owned()).isEqualTo(1);
    assertThat(plan.quote().toBuy()).isEqualTo(1);
    assertThat(plan.quote().equal()).isEqualTo(1);
    assertThat(plan.invalid()).isEqualTo(1);
    assertThat(plan.quote().held()).isEqualTo(1);
    assertThat(plan.exit()).isEqualTo(ExitCode.TROUBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsure=hold", "unsure=resend"})
  void equalsWhatTheRunThenBuys(String policy) throws Exception {
    job.prompts("a", "[sandbox photo 1]", "[sandbox nothing-after 1]", "[sandbox failed]")
        .run();
    job.prompts(
        "a", "b", "b", "[sandbox photo 1]", "[sandbox nothing-after 1]", "[sandbox failed]");
    var before = provider.creates();

    var plan = job.plan(policy);
    job.run(policy);

    assertThat(plan.quote().toBuy()).isEqualTo(provider.creates() - before);
  }

  @Test
  void whatARunThatGoesOnWasRefusedIsNotQuotedAgain() throws Exception {
    job.prompts("[sandbox photo 1]", "a", "b", "c").limited(1, "limits.in-flight=1");

    var quote = job.plan().quote();
    job.run();

    assertThat(quote.held()).isEqualTo(1);
    assertThat(quote.toBuy()).isEqualTo(2);
    assertThat(provider.billed()).isEqualTo(3);
  }

  @Test
  void aFreshRunThatGoesOnReusesWhatItBought() throws Exception {
    job.rooms(4).run();
    new RunStarter(
            job.command(true, OptionalLong.of(1)), new StopRequest(), line -> {}, progress -> {})
        .run();

    var plan = new Planner(job.command(true, OptionalLong.empty())).plan();

    assertThat(plan.quote().toBuy()).isEqualTo(3);
  }

  @Test
  void quotesTheMoneyOfThisTimeAndOfAll() throws Exception {
    var quote = job.rooms(5).plan("endpoint.price=0.02", "budget.renders=2").quote();

    assertThat(quote.thisTime()).isEqualTo(2);
    assertThat(quote.cost()).hasToString("0.04");
    assertThat(quote.wholeCost()).hasToString("0.10");
  }

  @Test
  void saysThatThePriceIsUnknown() throws Exception {
    assertThat(CommandSummary.of(job.rooms(1).plan()))
        .contains("cost:              unknown. Next: add --set endpoint.price=0.02");
  }

  @Test
  void learnsFromTheLedgerHowLongARenderTakes() throws Exception {
    job.rooms(3).run();

    var time = job.rooms(20).plan().time();

    assertThat(time.known()).isEqualTo(3);
    assertThat(time.each()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(8));
  }

  @Test
  void theRateLimitBoundsTheTime() throws Exception {
    var time = job.rooms(20).plan("limits.requests-per-minute=10").time();

    assertThat(time.inAll()).isEqualTo(Duration.ofSeconds(19 * 6 + 9));
  }

  @Test
  void warnsOfATimeWindowThatIsTooSmall() throws Exception {
    var plan = job.rooms(20).plan("window.max-duration=10s");

    assertThat(plan.warnings()).anyMatch(it -> it.endsWith("is enough for about 4 of 20 renders"));
  }

  @Test
  void countsInvalidRowsByTheColumnToBlame() throws Exception {
    var text = "init_image,prompt,steps\n,a,\n,b,\nhttps://h/a.jpg,,\nhttps://h/a.jpg,c,many\n";

    assertThat(job.csv(text).plan().invalidBy())
        .containsOnly(entry("init_image", 2L), entry("prompt", 1L), entry("steps", 1L));
  }

  @Test
  void whatIsPaidAndNotHereYetIsCollectedAndNotBought() throws Exception {
    job.prompts("[sandbox processing]").run("limits.patience=1s");

    var quote = job.plan().quote();

    assertThat(quote.toBuy()).isZero();
    assertThat(quote.toCollect()).isEqualTo(1);
  }
}
