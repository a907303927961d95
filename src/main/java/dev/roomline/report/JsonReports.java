package dev.roomline.report;

import dev.roomline.domain.Money;
import dev.roomline.domain.ResultStatus;
import dev.roomline.job.decisions.ResolveReport;
import dev.roomline.job.decisions.ReviewReport;
import dev.roomline.job.doctor.DoctorReport;
import dev.roomline.job.doctor.Finding;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.plan.ProbeResult;
import dev.roomline.job.retry.RetryPreview;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.status.StatusReport;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The object that {@code --json} prints for each report. Scripts read its keys, so they must not change. */
public final class JsonReports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReports() {}

  /** The object as one line. */
  public static String text(Map<String, Object> json) {
    return JSON.writeValueAsString(json);
  }

  /** How a run ended. */
  public static Map<String, Object> of(RunReport report) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run", report.run());
    json.put("exit", report.exit().code());
    json.put("rows", report.rows());
    json.put("renders", report.renders());
    json.put("by_status", byText(report.byStatus()));
    json.put("bought", report.bought());
    json.put("reused", report.reused());
    json.put("books", JsonCosts.of(report.runCostReport()));
    json.put("unsure_rows", report.unsureRows());
    json.put("stopped", report.words());
    json.put("wall_seconds", report.wall().toMillis() / 1000.0);
    json.put("results", report.results().toString());
    json.put("errors", report.errors().toString());
    json.put("gallery", report.gallery().toString());
    json.put("state", report.state().toString());
    return json;
  }

  /** What a run would do. */
  public static Map<String, Object> of(PlanReport plan) {
    var quote = plan.quote();
    var json = new LinkedHashMap<String, Object>();
    json.put("exit", plan.exit().code());
    json.put("rows", plan.rows());
    json.put("renders", plan.renders());
    json.put("invalid", plan.invalid());
    json.put("invalid_by", plan.invalidBy());
    json.put("to_buy", quote.toBuy());
    var why = new LinkedHashMap<String, Long>();
    plan.why().forEach((purchaseReason, renders) -> why.put(lower(purchaseReason), renders));
    json.put("why", why);
    json.put("this_time", quote.thisTime());
    json.put("price", numberOrNull(quote.price()));
    json.put("cost", numberOrNull(quote.cost()));
    json.put("whole_cost", numberOrNull(quote.wholeCost()));
    json.put("owned", quote.owned());
    json.put("equal_rows", quote.equal());
    json.put("held", quote.held());
    json.put("to_collect", quote.toCollect());
    json.put("to_upload", quote.toUpload());
    json.put("expected_seconds", plan.time().inAll().toSeconds());
    json.put("render_seconds", plan.time().each().toMillis() / 1000.0);
    json.put("warnings", plan.warnings());
    json.put("problems", plan.problems());
    if (plan.probeResult().asked() > 0) json.put("photos", photos(plan.probeResult()));
    return json;
  }

  /** The current run, or the last ones. */
  public static Map<String, Object> of(StatusReport status) {
    return status.live().isEmpty()
        ? Map.of("runs", status.past().stream().map(JsonReports::past).toList())
        : Map.of("live", status.live());
  }

  /** What a review decided, and what is left to review. */
  public static Map<String, Object> of(ReviewReport review) {
    var json = new LinkedHashMap<String, Object>();
    json.put("decided_rows", review.decided());
    json.put("waiting", review.waiting().stream().map(JsonReports::waiting).toList());
    return json;
  }

  /** What a person decided about unsure rows, and which are left. */
  public static Map<String, Object> of(ResolveReport resolve) {
    var json = new LinkedHashMap<String, Object>();
    json.put("decided_rows", resolve.decided());
    json.put("unsure", resolve.unsure().stream().map(JsonReports::unsure).toList());
    json.put("untold", resolve.untold());
    return json;
  }

  /** What a retry would pay for. */
  public static Map<String, Object> of(RetryPreview preview) {
    var json = new LinkedHashMap<String, Object>();
    json.put("to_buy", preview.renders());
    var each = preview.each();
    if (each != null) json.put("cost", number(each.times(preview.renders())));
    json.put("rows", preview.rows());
    json.put("by_status", byText(preview.byStatus()));
    json.put("left", byText(preview.left()));
    json.put("doubtful_rows", preview.doubtful());
    json.put("goes_on", preview.goesOn());
    return json;
  }

  /** The findings of the doctor. */
  public static Map<String, Object> of(DoctorReport report) {
    var json = new LinkedHashMap<String, Object>();
    json.put("exit", report.exit().code());
    json.put("findings", report.findings().stream().map(JsonReports::finding).toList());
    return json;
  }

  private static Map<String, Object> past(StatusReport.Past past) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run", past.run());
    json.put("sheet", past.jobFile());
    json.put("started_at", past.startedAt());
    json.put("ended_at", past.endedAt());
    json.put("ending", past.ending());
    json.put("by_status", byText(past.lines()));
    json.put("books", JsonCosts.of(past.runCostReport()));
    json.put("unsure_rows", past.unsureRows());
    return json;
  }

  private static Map<String, Object> waiting(ReviewReport.Waiting line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("row", line.row());
    json.put("checks", line.checks());
    json.put("picture", line.picture());
    return json;
  }

  private static Map<String, Object> unsure(ResolveReport.Unsure line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("row", line.position().row());
    json.put("variant", line.position().variant());
    json.put("style", line.position().style());
    json.put("sent_at", line.sentAt().toString());
    json.put("bought_at", line.endpoint());
    json.put("run", line.run());
    json.put("request_id", line.requestId());
    json.put("reason", line.reason());
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("what", finding.what());
    json.put("standing", lower(finding.standing()));
    json.put("words", finding.words());
    json.put("remedy", finding.remedy());
    json.put("exit", finding.exit().code());
    return json;
  }

  private static Map<String, Object> photos(ProbeResult probeResult) {
    var json = new LinkedHashMap<String, Object>();
    json.put("asked", probeResult.asked());
    json.put("missing", probeResult.missing());
    json.put("not_asked", probeResult.unasked());
    json.put("problems", List.copyOf(probeResult.problems()));
    return json;
  }

  private static Map<String, Long> byText(Map<ResultStatus, Long> counts) {
    var texts = new LinkedHashMap<String, Long>();
    counts.forEach((status, lines) -> texts.put(status.text(), lines));
    return texts;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable BigDecimal numberOrNull(@Nullable Money money) {
    return money == null ? null : number(money);
  }

  /** The amount with as many decimals as {@link Money#toString} writes. */
  static BigDecimal number(Money money) {
    return new BigDecimal(money.toString());
  }
}
