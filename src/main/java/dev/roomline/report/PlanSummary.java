package dev.roomline.report;

import dev.roomline.domain.Quantity;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.plan.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as text for a person. */
record PlanSummary(PlanReport plan) {

  List<String> lines() {
    var quote = plan.quote();
    var lines = new ArrayList<String>();
    lines.add(rows());
    lines.add("to pay for:        " + Quantity.of(quote.toBuy(), "render") + why());
    if (quote.thisTime() < quote.toBuy()) {
      lines.add("in this run:       " + Quantity.of(quote.thisTime(), "render"));
    }
    lines.add("cost:              " + cost(quote));
    if (quote.toUpload() > 0) {
      lines.add("to upload:         " + Quantity.of(quote.toUpload(), "photo"));
    }
    if (quote.toCollect() > 0) {
      lines.add("to collect:        " + Quantity.of(quote.toCollect(), "render")
          + ", paid before and not delivered yet (free)");
    }
    lines.add("already paid:      " + Quantity.of(quote.owned(), "render"));
    if (quote.equal() > 0) lines.add("same picture:      " + equal(quote));
    if (quote.held() > 0) {
      lines.add("not tried again:   " + Quantity.of(quote.held(), "render")
          + ", refused, failed, expired or unsure before");
    }
    if (quote.thisTime() > 0) lines.add("expected time:     " + time(plan.time()));
    for (var warning : plan.warnings()) lines.add("Warning: " + warning);
    lines.addAll(plan.problems());
    var more = plan.invalid() - plan.problems().size();
    if (more > 0) lines.add("and " + Quantity.of(more, "more invalid row"));
    lines.addAll(photos());
    return lines;
  }

  private List<String> photos() {
    var probeResult = plan.probeResult();
    if (probeResult.asked() == 0) return List.of();
    var lines = new ArrayList<String>();
    var unasked = probeResult.unasked() == 0
        ? ""
        : ", %s not checked".formatted(Quantity.number(probeResult.unasked()));
    lines.add("photos checked:    %s, %s with a problem%s"
        .formatted(
            Quantity.number(probeResult.asked()), Quantity.number(probeResult.missing()), unasked));
    lines.addAll(probeResult.problems());
    return lines;
  }

  private String rows() {
    var renders = oneEach() ? "" : ", " + Quantity.of(plan.renders(), "render");
    var causes = plan.invalidBy().isEmpty() ? "" : " (" + counts(plan.invalidBy()) + ")";
    return "%s%s, %s invalid%s"
        .formatted(
            Quantity.of(plan.rows(), "row"), renders, Quantity.number(plan.invalid()), causes);
  }

  private boolean oneEach() {
    return plan.renders() + plan.invalid() == plan.rows();
  }

  private String why() {
    if (plan.why().isEmpty()) return "";
    return plan.why().entrySet().stream()
        .map(it -> it.getKey().of(it.getValue()))
        .collect(Collectors.joining(", ", ": ", ""));
  }

  /** If most rows are equal, a column is probably missing in the prompt. */
  private String equal(Quote quote) {
    var equal = quote.equal();
    var text = oneEach()
        ? Quantity.of(equal, "row") + Quantity.noun(equal, " asks", " ask")
            + " for the same picture as another row (rendered once)"
        : Quantity.of(equal, "render") + Quantity.noun(equal, " is", " are")
            + " the same as another one (rendered once)";
    return 2 * equal > plan.renders() ? text + ". Is a column missing in the prompt?" : text;
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(it -> it.getKey() + " " + Quantity.number(it.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String cost(Quote quote) {
    var price = quote.price();
    if (price == null) {
      return quote.toBuy() == 0 ? "0" : "unknown. Next: add --set endpoint.price=0.02";
    }
    var later =
        quote.thisTime() < quote.toBuy() ? " in this run, " + quote.wholeCost() + " in all" : "";
    return "%s%s (%s per render)".formatted(quote.cost(), later, price);
  }

  private static String time(Quote.Time time) {
    var each = SummaryText.time(time.each());
    return time.known() == 0
        ? "about %s or more (assuming %s per render; no history yet)"
            .formatted(SummaryText.time(time.inAll()), each)
        : "about %s (%s per render, from the last %s)"
            .formatted(SummaryText.time(time.inAll()), each, Quantity.of(time.known(), "render"));
  }
}
