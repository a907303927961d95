package dev.roomline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.job.doctor.DoctorReport;
import dev.roomline.job.doctor.Finding;
import dev.roomline.job.doctor.Finding.Standing;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.plan.ProbeResult;
import dev.roomline.job.plan.PurchaseReason;
import dev.roomline.job.plan.Quote;
import dev.roomline.job.retry.RetryPreview;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReport;
import dev.roomline.ledger.RunCostReport;
import dev.roomline.ledger.RunCosts;
import dev.roomline.ledger.RunCosts.Sum;
import dev.roomline.ledger.WalletReading;
import dev.roomline.ledger.WalletReading.Change;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys that scripts read, and how their values are written. */
class JsonReportsTest {
  private static final Instant AT = Instant.parse("2026-03-01T22:00:00Z");
  private static final String BOOKS =
      "{'bought':{'renders':2,'money':0.04},'collected':{'renders':0,'money':0},"
          + "'refused':{'renders':1},'failed':{'renders':1,'money':0,'of_unknown_price':1},"
          + "'unsure':{'renders':0,'money':0},'wallet':["
          + "{'at':'2026-03-01T22:00:00Z','balance':10.00,'currency':'USD'},"
          + "{'at':'2026-03-01T22:00:00Z','balance':9.96,'currency':'USD',"
          + "'since':'2026-03-01T22:00:00Z','gone':0.04,'known':0.04,'perhaps':0,"
          + "'unexplained':0}]}";

  @Test
  void ofARun() {
    var report = new RunReport(
        7,
        ExitCode.BUDGET,
        List.of("the budget is used up"),
        4,
        4,
        Map.of(ResultStatus.NOT_BOUGHT, 4L),
        0,
        0,
        reckoning(),
        List.of(),
        List.of(3L),
        Duration.ofMillis(1500),
        Path.of("out/results.csv"),
        Path.of("out/index.html"),
        Path.of("state"));

    assertThat(text(JsonReports.of(report)))
        .isEqualTo("{'run':7,'exit':" + ExitCode.BUDGET.code() + ",'rows':4,'renders':4,"
            + "'by_status':{'not-bought':4},'bought':0,'reused':0,'books':" + BOOKS
            + ",'unsure_rows':[3],'stopped':['the budget is used up'],'wall_seconds':1.5,"
            + "'results':'out/results.csv','errors':'out/errors.csv',"
            + "'gallery':'out/index.html','state':'state'}");
  }

  @Test
  void ofAPlan() {
    var price = Money.of(new BigDecimal("0.02"));
    var plan = new PlanReport(
        4,
        3,
        Map.of("prompt", 1L),
        new Quote(3, 2, price, 0, 0, 0, 1, 0),
        Map.of(PurchaseReason.PROMPT, 3L),
        new Quote.Time(Duration.ofMillis(8_500), 3, Duration.ofSeconds(17)),
        List.of("mind"),
        List.of("row 5: prompt: is empty"),
        new ProbeResult(2, 1, 0, List.of("row 2: gone")));

    assertThat(text(JsonReports.of(plan)))
        .isEqualTo("{'exit':" + ExitCode.TROUBLE.code() + ",'rows':4,'renders':3,'invalid':1,"
            + "'invalid_by':{'prompt':1},'to_buy':3,'why':{'prompt':3},'this_time':2,"
            + "'price':0.02,'cost':0.04,'whole_cost':0.06,'owned':0,'equal_rows':0,'held':0,"
            + "'to_collect':1,'to_upload':0,'expected_seconds':17,'render_seconds':8.5,"
            + "'warnings':['mind'],'problems':['row 5: prompt: is empty'],"
            + "'photos':{'asked':2,'missing':1,'not_asked':0,'problems':['row 2: gone']}}");
  }

  @Test
  void ofAStatus() {
    var past = new StatusReport.Past(
        7,
        "nightly.yml",
        "begun",
        "ended",
        "finished",
        Map.of(ResultStatus.UNSURE, 1L),
        reckoning(),
        List.of(3L));

    assertThat(text(JsonReports.of(new StatusReport(Map.of(), List.of(past)))))
        .isEqualTo("{'runs':[{'run':7,'sheet':'nightly.yml','started_at':'begun',"
            + "'ended_at':'ended','ending':'finished','by_status':{'unsure':1},'books':" + BOOKS
            + ",'unsure_rows':[3]}]}");
    assertThat(text(JsonReports.of(new StatusReport(Map.of("pid", "1"), List.of()))))
        .isEqualTo("{'live':{'pid':'1'}}");
  }

  @Test
  void ofDecisions() {
    var unsure =
        new ResolveReport.Unsure(ResultPosition.ofRow(3), AT, "sandbox v5", 7, "", "no answer");
    assertThat(text(JsonReports.of(new ResolveReport(List.of(2L), List.of(unsure), 1))))
        .isEqualTo("{'decided_rows':[2],'unsure':[{'row':3,'variant':1,'style':'',"
            + "'sent_at':'2026-03-01T22:00:00Z','bought_at':'sandbox v5','run':7,"
            + "'request_id':'','reason':'no answer'}],'untold':1}");
    var waiting = new ReviewReport.Waiting(4, "blank", "pictures/4.png");
    assertThat(text(JsonReports.of(new ReviewReport(List.of(), List.of(waiting)))))
        .isEqualTo("{'decided_rows':[],"
            + "'waiting':[{'row':4,'checks':'blank','picture':'pictures/4.png'}]}");
  }

  @Test
  void ofARetry() {
    var line = new RetryPreview.Line(
        ResultPosition.ofRow(3),
        new RenderKey("k"),
        ResultStatus.FAILED,
        "failed",
        "Failed, Try Again");
    var price = Money.of(new BigDecimal("0.02"));
    var offer = new RetryPreview(
        List.of(line), Map.of(ResultStatus.RENDERED, 2L), List.of(5L), true, false, price);

    assertThat(text(JsonReports.of(offer)))
        .isEqualTo("{'to_buy':1,'cost':0.02,'rows':[3],'by_status':{'failed':1},"
            + "'left':{'rendered':2},'doubtful_rows':[5],'goes_on':true}");
  }

  @Test
  void ofTheDoctor() {
    var held = new Finding("state", Standing.STOPS, "held", "wait", ExitCode.HELD);

    assertThat(text(JsonReports.of(new DoctorReport(List.of(held)))))
        .isEqualTo("{'exit':%1$d,'findings':[{'what':'state','standing':'stops','words':'held',"
                .formatted(ExitCode.HELD.code())
            + "'remedy':'wait','exit':" + ExitCode.HELD.code() + "}]}");
  }

  private static RunCostReport reckoning() {
    var four = Money.of(new BigDecimal("0.04"));
    var none = new Sum(0, Money.NONE, 0);
    var costs = new RunCosts(
        new Sum(2, four, 0), none, new Sum(1, Money.NONE, 1), new Sum(1, Money.NONE, 1), none);
    var change = new Change(AT, four, four, Money.NONE, null);
    return new RunCostReport(
        costs,
        List.of(
            new WalletReading(AT, Money.of(new BigDecimal("10")), "USD", null),
            new WalletReading(AT, Money.of(new BigDecimal("9.96")), "USD", change)));
  }

  private static String text(Map<String, Object> json) {
    return JsonReports.text(json).replace('"', '\'');
  }
}
