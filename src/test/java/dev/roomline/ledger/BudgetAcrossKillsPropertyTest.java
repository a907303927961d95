package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.ResultPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** What a job may spend, over kills, edits of its list, other budgets and other paths to its file. */
class BudgetAcrossKillsPropertyTest {
  private static final AtomicInteger TRIES = new AtomicInteger();

  private static Path folder;
  private static LedgerFixture ledgerFixture;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("budget");
    ledgerFixture = new LedgerFixture(folder);
  }

  @AfterContainer
  static void close() throws IOException {
    ledgerFixture.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  /** One start of a job, what it claims, and how it ends; a kill leaves its last claim open. */
  record Start(Naming naming, int list, boolean fresh, Spent spent, boolean killed) {}

  /**
   * What a start tries to spend.
   *
   * @param claims how many renders it claims
   * @param refunded how many of these are surely not charged
   */
  record Spent(int budget, int claims, int refunded) {}

  /** How a start names its job file. */
  enum Naming {
    PLAIN("jobs/%s.yml", "jobs/%s.yml"),
    LINKED("jobs/%s.yml", "jobs/link.yml"),
    MOVED("moved/%s.yml", "moved/%s.yml"),
    COPIED("copies/%s.yml", "copies/%s.yml"),
    RENAMED("jobs/%s-renamed.yml", "jobs/%s-renamed.yml");

    private final String file;
    private final String givenAs;

    Naming(String file, String givenAs) {
      this.file = file;
      this.givenAs = givenAs;
    }

    Run.Job job(String name) {
      var real = file.formatted(name);
      return new Run.Job(LedgerFixture.job(real).name(), real, givenAs.formatted(name));
    }
  }

  @Provide
  Arbitrary<List<Start>> nights() {
    var spent = Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 2))
        .as(Spent::new);
    return Combinators.combine(
            Arbitraries.of(Naming.class),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(true, false),
            spent,
            Arbitraries.of(true, true, true, false))
        .as(Start::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }

  @Property(tries = 150)
  void isNeverOverrunSinceTheLastOrderlyEnd(@ForAll("nights") List<Start> nights) {
    var name = "job" + TRIES.incrementAndGet();
    var spentByName = new HashMap<String, Long>();
    for (var start : nights) {
      var job = start.naming().job(name);
      var before = spentByName.getOrDefault(job.name(), 0L);
      assertThat(ledgerFixture.runs.carried(job).renders()).isEqualTo(before);
      var run = ledgerFixture
          .begin(job, name + " list " + start.list(), start.fresh())
          .run();
      assertThat(run.spent()).isEqualTo(before);

      var spent = before + claimed(run, start.spent());

      assertThat(spent)
          .isLessThanOrEqualTo(Math.max(before, (long) start.spent().budget()));
      if (!start.killed()) ledgerFixture.runs.end(run, false);
      spentByName.put(job.name(), start.killed() ? spent : 0L);
    }
  }

  /** How many renders the run took from its budget and did not give back. */
  private static int claimed(Run run, Spent plan) {
    var kept = 0;
    for (var n = 0; n < plan.claims(); n++) {
      var key = new RenderKey(run.number() + "-" + System.nanoTime());
      var purchase = new Purchase(key, run.edition(), 1);
      var limits = BudgetLimits.ofRenders(plan.budget());
      var claim =
          ledgerFixture.ledger.claim(purchase, run.number(), ResultPosition.ofRow(2), limits);
      if (claim != ClaimResult.OURS) continue;
      var refunded = n < plan.refunded();
      if (!refunded) kept++;
      ledgerFixture.ledger.settle(
          purchase, run.number(), refunded ? new NotSent("refused") : new Unsure("lost"));
    }
    return kept;
  }
}
