package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.job.JobFolder;
import dev.roomline.job.status.StatusReader;
import dev.roomline.ledger.WalletReading.Change;
import dev.roomline.report.CommandSummary;
import dev.roomline.report.JsonReports;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What runs cost, compared with the account's wallet. */
class RunCostReportTest {
  private static final Money PRICE = Money.of(new BigDecimal("0.02"));

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    var settings = SandboxExtension.quick()
        .withPrice(new BigDecimal("0.02"))
        .withWallet(new BigDecimal("10.00"));
    job = JobFolder.in(folder, provider.open(settings)).appendToJobFile("retries: 0\n");
  }

  @Test
  void aLineCostsWhatWasBoughtForItInThisRun() throws Exception {
    job.prompts("a", "b", "a", "[sandbox model]", "[sandbox nothing-after]", "").run(price());

    assertThat(job.column("paid"))
        .containsExactly("bought", "bought", "reused", "no", "perhaps", "no");
    assertThat(job.column("cost")).containsExactly("0.02", "0.02", "0", "0", "0.02", "0");
  }

  @Test
  void theGalleryTellsWhatEachPictureCost() throws Exception {
    job.rooms(2).run(price());

    assertThat(Files.readString(job.file("out/index.html")).split(">Cost<.{0,60}?>0\\.02<", -1))
        .hasSize(3);
  }

  @Test
  void whatIsReusedCostsNothing() throws Exception {
    job.rooms(2).run(price());

    job.run(price());

    assertThat(job.column("cost")).containsExactly("0", "0");
  }

  @Test
  void withoutAPriceTheCostOfAPurchaseIsEmpty() throws Exception {
    job.rooms(1).run();

    assertThat(job.column("cost")).containsExactly("");
  }

  @Test
  void aRenderThatFailedFirstCostsBothItsPurchases() throws Exception {
    job.prompts("[sandbox failed 1]").run(price(), "retries=1");

    assertThat(job.column("cost")).containsExactly("0.04");
    assertThat(job.singleResult()).containsEntry("COST", new BigDecimal("0.040000"));
  }

  @Test
  void theSummaryTellsTheMoney() throws Exception {
    var report = job.prompts("a", "b", "[sandbox nothing-after]").run(price());

    assertThat(CommandSummary.of(report))
        .contains("2 new renders paid for 0.04, 0 reused (already paid),"
            + " 1 more row may have been charged for 0.02 (see below)")
        .contains("wallet:  9.94 USD, matches the ledger");
  }

  @Test
  void aPurchaseKeepsThePriceOfItsDay() throws Exception {
    job.rooms(5).limited(2, price());

    var report = job.run("endpoint.price=0.03");

    assertThat(report.runCostReport().costs().bought().money())
        .isEqualTo(Money.of(new BigDecimal("0.13")));
  }

  @Test
  void statusTellsWhatEachRunCost() throws Exception {
    job.rooms(3).run(price());

    assertThat(CommandSummary.of(new StatusReader(job.state()).status()))
        .contains("  renders sent: 3 paid for 0.06");
  }

  @Test
  void theNextRunNoticesAWalletThatDisagreesByOneRender() throws Exception {
    job.rooms(3).run(price());
    provider.withdrawFromWallet(1);

    var next = job.rooms(5).run(price());

    assertThat(unexplained(next)).containsExactly(PRICE);
    assertThat(CommandSummary.of(next))
        .anyMatch(line -> line.endsWith(": 0.02 more than it explains"));
    assertThat(CommandSummary.of(new StatusReader(job.state()).status()))
        .anyMatch(line -> line.endsWith(": 0.02 more than it explains"));
  }

  @Test
  void aRunNoticesAPriceThatIsNotTheProviders() throws Exception {
    var report = job.rooms(3).run("endpoint.price=0.01");

    assertThat(unexplained(report)).containsExactly(Money.of(new BigDecimal("0.03")));
  }

  @Test
  void aWalletThatWasFilledIsNoDifferenceInPurchases() throws Exception {
    job.rooms(3).run(price());
    provider.withdrawFromWallet(-100);

    var next = job.run(price());

    assertThat(CommandSummary.of(next)).anyMatch(line -> line.contains("the wallet gained 2.00"));
  }

  @Test
  void whatMayHaveBeenChargedIsNoDifference() throws Exception {
    var report =
        job.prompts("a", "[sandbox nothing]", "[sandbox nothing-after]").run(price());

    assertThat(unexplained(report)).isEmpty();
  }

  @Test
  void jsonHasTheLedgersSumAndTheWallets() throws Exception {
    var json = JsonReports.of(job.rooms(2).run(price()));

    assertThat(json.get("books").toString())
        .startsWith("{bought={renders=2, money=0.04}, collected={renders=0, money=0}")
        .contains("balance=9.96, currency=USD")
        .contains("gone=0.04, known=0.04, perhaps=0, unexplained=0");
  }

  @Test
  void anEndpointWithoutAWalletIsNoTrouble() throws Exception {
    var report = job.rooms(1).run("endpoint.url=http://127.0.0.1:1", "budget.renders=1");

    assertThat(report.runCostReport().wallet()).isEmpty();
  }

  private static String price() {
    return "endpoint.price=" + PRICE;
  }

  private static List<Money> unexplained(RunReport report) {
    return report.runCostReport().wallet().stream()
        .map(reading -> reading.change())
        .filter(change -> change != null && change.unexplained() != null)
        .map(Change::unexplained)
        .toList();
  }
}
