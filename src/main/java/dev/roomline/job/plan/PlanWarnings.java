package dev.roomline.job.plan;

import dev.roomline.endpoint.ApiFamily;
import dev.roomline.job.session.BuyingWindowEnd;
import dev.roomline.job.session.JobRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may disappoint in a quote although nothing is wrong. */
record PlanWarnings(
    JobRequest request, Quote quote, Map<PurchaseReason, Long> why, TimeEstimate timeEstimate) {

  List<String> warnings() {
    var words = new ArrayList<String>();
    var jobFile = request.jobFile();
    if (quote.thisTime() < quote.toBuy()) {
      var limited = request.limit().isPresent() ? "budget and --limit have" : "the budget has";
      words.add("%s room for %d of %d renders; the next runs go on from there"
          .formatted(limited, quote.thisTime(), quote.toBuy()));
    }
    ofTheWindow(words);
    var moved = why.getOrDefault(PurchaseReason.PHOTO, 0L);
    if (moved > 0) {
      words.add("%d renders differ from the last run's by their photo; if only its address changes"
              .formatted(moved)
          + " and the photo does not, name the parameter that does under photos-ignore");
    }
    if (quote.price() == null && jobFile.endpoint().isPaid()) {
      words.add("endpoint.price is not set, so nobody knows what this costs");
    }
    if (jobFile.limits().window() < jobFile.limits().inFlight()) {
      words.add("limits.window is %d, so never more than that are in flight, and not %d"
          .formatted(jobFile.limits().window(), jobFile.limits().inFlight()));
    }
    if (request.access().endpoint().family() == ApiFamily.V5) {
      words.add("v5's documented sample has 512 x 512 pixels, and many listing services want more:"
          + " checks.min-size marks smaller renders for review");
    }
    return words;
  }

  private void ofTheWindow(List<String> words) {
    var windowEnd = BuyingWindowEnd.of(request);
    if (windowEnd.deadline().isEmpty()) return;
    var left = windowEnd.deadline().get().left();
    var fit = left.compareTo(Duration.ZERO) > 0 ? timeEstimate.fit(left) : 0;
    if (fit < quote.thisTime()) {
      words.add("the time window ends at %s, and has room for about %d of %d renders"
          .formatted(windowEnd.reason(), fit, quote.thisTime()));
    }
  }
}
