package dev.roomline.job.plan;

import dev.roomline.domain.Quantity;
import dev.roomline.endpoint.ApiFamily;
import dev.roomline.job.session.BuyingWindowEnd;
import dev.roomline.job.session.JobRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Warnings about a plan that has no error but may disappoint. */
record PlanWarnings(
    JobRequest request, Quote quote, Map<PurchaseReason, Long> why, TimeEstimate timeEstimate) {

  List<String> warnings() {
    var warnings = new ArrayList<String>();
    var jobFile = request.jobFile();
    if (quote.thisTime() < quote.toBuy()) {
      var limited = request.limit().isPresent() ? "budget and --limit allow" : "the budget allows";
      warnings.add("%s %s of %s in this run; later runs continue from there"
          .formatted(
              limited, Quantity.number(quote.thisTime()), Quantity.of(quote.toBuy(), "render")));
    }
    ofTheWindow(warnings);
    var moved = why.getOrDefault(PurchaseReason.PHOTO, 0L);
    if (moved > 0) {
      warnings.add(
          "%s another photo than in the last run. If only the photo's address has changed, add the"
                  .formatted(Quantity.of(moved, "render") + Quantity.noun(moved, " has", " have"))
              + " changed parameter to photos-ignore");
    }
    if (quote.price() == null && jobFile.endpoint().isPaid()) {
      warnings.add("no price set, so the cost is unknown. Add --set endpoint.price=0.02");
    }
    if (jobFile.limits().window() < jobFile.limits().inFlight()) {
      warnings.add(
          "limits.window is %d, so no more than that are in flight. limits.in-flight allows %d"
              .formatted(jobFile.limits().window(), jobFile.limits().inFlight()));
    }
    if (request.access().endpoint().family() == ApiFamily.V5) {
      warnings.add(
          "the documented v5 sample has 512 x 512 pixels, and many listing services require more."
              + " Set checks.min-size to mark smaller renders for review");
    }
    return warnings;
  }

  private void ofTheWindow(List<String> warnings) {
    var windowEnd = BuyingWindowEnd.of(request);
    if (windowEnd.deadline().isEmpty()) return;
    var left = windowEnd.deadline().get().left();
    var fit = left.compareTo(Duration.ZERO) > 0 ? timeEstimate.fit(left) : 0;
    if (fit < quote.thisTime()) {
      warnings.add("the time window ends at %s, which is enough for about %s of %s"
          .formatted(
              windowEnd.reason(), Quantity.number(fit), Quantity.of(quote.thisTime(), "render")));
    }
  }
}
