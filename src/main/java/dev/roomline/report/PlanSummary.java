package dev.roomline.report;

import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.plan.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A quote, for a person. */
record PlanSummary(PlanReport plan) {

  List<String> lines() {
    var quote = plan.quote();
    var lines = new ArrayList<String>();
    lines.add(rows());
    lines.add("renders to buy:   " + quote.toBuy() + why());
    if (quote.thisTime() < quote.toBuy()) lines.add("this time:        " + quote.thisTime());
    lines.add("cost:             " + cost(quote));
    if (quote.toUpload() > 0) lines.add("photos to upload: " + quote.toUpload());
    if (quote.toCollect() > 0) {
      lines.add("to collect:       " + quote.toCollect() + " paid before and not here yet, free");
    }
    lines.add("already owned:    " + quote.owned());
    if (quote.equal() > 0) {
      lines.add("equal:            " + quote.equal() + " share another's purchase");
    }
    if (quote.held() > 0) {
      lines.add(
          "held back:        " + quote.held() + " were refused, failed, expired or are unsure");
    }
    if (quote.thisTime() > 0) lines.add("expected time:    " + time(plan.time()));
    for (var warning : plan.warnings()) lines.add("mind:             " + warning);
    lines.addAll(plan.problems());
    var untold = plan.invalid() - plan.problems().size();
    if (untold > 0) lines.add("and " + untold + " more invalid rows");
    lines.addAll(photos());
    return lines;
  }

  private List<String> photos() {
    var probeResult = plan.probeResult();
    if (probeResult.asked() == 0) return List.of();
    var lines = new ArrayList<String>();
    var unasked =
        probeResult.unasked() == 0 ? "" : ", %d not asked for".formatted(probeResult.unasked());
    lines.add("photos asked for: %d, %d in trouble%s"
        .formatted(probeResult.asked(), probeResult.missing(), unasked));
    lines.addAll(probeResult.problems());
    return lines;
  }

  private String rows() {
    var oneEach = plan.renders() + plan.invalid() == plan.rows();
    var renders = oneEach ? "" : ", " + RunSummary.renders(plan.renders());
    var causes = plan.invalidBy().isEmpty() ? "" : " (" + counts(plan.invalidBy()) + ")";
    return "%s%s, %d invalid%s"
        .formatted(RunSummary.rows(plan.rows()), renders, plan.invalid(), causes);
  }

  private String why() {
    if (plan.why().isEmpty()) return "";
    return plan.why().entrySet().stream()
        .map(it -> it.getKey().of(it.getValue()))
        .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String cost(Quote quote) {
    var price = quote.price();
    if (price == null) return "unknown; endpoint.price tells what a render costs";
    var later =
        quote.thisTime() < quote.toBuy() ? " this time, " + quote.wholeCost() + " in all" : "";
    return "%s%s, at %s a render".formatted(quote.cost(), later, price);
  }

  private static String time(Quote.Time time) {
    var each = RunSummary.time(time.each());
    return time.known() == 0
        ? "at least %s; no render is known here, so %s is assumed for each"
            .formatted(RunSummary.time(time.inAll()), each)
        : "about %s, at %s a render as the last %d took"
            .formatted(RunSummary.time(time.inAll()), each, time.known());
  }
}
