package dev.roomline.job.plan;

import dev.roomline.domain.Money;
import dev.roomline.failure.ExitCode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do.
 *
 * @param renders what its valid rows ask for: one per row, style and variant
 * @param invalidBy invalid rows by the column to blame
 * @param why for how many renders each reason to buy holds; empty where there is no last run
 * @param time how long the buying takes
 * @param warnings what may disappoint although nothing is wrong
 * @param problems the first ten invalid rows, in words
 * @param probeResult what came of asking for the photos
 */
public record PlanReport(
    long rows,
    long renders,
    Map<String, Long> invalidBy,
    Quote quote,
    Map<PurchaseReason, Long> why,
    Quote.Time time,
    List<String> warnings,
    List<String> problems,
    ProbeResult probeResult) {

  public ExitCode exit() {
    return invalid() + probeResult.missing() > 0 ? ExitCode.TROUBLE : ExitCode.DONE;
  }

  PlanReport with(ProbeResult answers) {
    return new PlanReport(rows, renders, invalidBy, quote, why, time, warnings, problems, answers);
  }

  PlanReport warning(String words) {
    var more = Stream.concat(warnings.stream(), Stream.of(words)).toList();
    return new PlanReport(rows, renders, invalidBy, quote, why, time, more, problems, probeResult);
  }

  /** Rows that cannot be rendered. */
  public long invalid() {
    return invalidBy.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The object that {@code --json} prints. */
  public Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("exit", exit().code());
    json.put("rows", rows);
    json.put("renders", renders);
    json.put("invalid", invalid());
    json.put("invalid_by", invalidBy);
    json.put("to_buy", quote.toBuy());
    json.put("why", whyAsJson());
    json.put("this_time", quote.thisTime());
    json.put("price", amount(quote.price()));
    json.put("cost", amount(quote.cost()));
    json.put("whole_cost", amount(quote.wholeCost()));
    json.put("owned", quote.owned());
    json.put("equal_rows", quote.equal());
    json.put("held", quote.held());
    json.put("to_collect", quote.toCollect());
    json.put("to_upload", quote.toUpload());
    json.put("expected_seconds", time.inAll().toSeconds());
    json.put("render_seconds", time.each().toMillis() / 1000.0);
    json.put("warnings", warnings);
    json.put("problems", problems);
    if (probeResult.asked() > 0) json.put("photos", probeResult.asJson());
    return json;
  }

  private Map<String, Long> whyAsJson() {
    var json = new LinkedHashMap<String, Long>();
    why.forEach((purchaseReason, renders) ->
        json.put(purchaseReason.name().toLowerCase(Locale.ROOT), renders));
    return json;
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : new BigDecimal(money.toString());
  }
}
