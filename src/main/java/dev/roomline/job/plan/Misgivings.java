package dev.roomline.job.plan;

import dev.roomline.endpoint.Family;
import dev.roomline.job.session.Closing;
import dev.roomline.job.session.RunCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may disappoint in a quote although nothing is wrong. */
record Misgivings(RunCommand command, Quote quote, Map<Novelty, Long> why, Schedule schedule) {

  List<String> words() {
    var words = new ArrayList<String>();
    var sheet = command.sheet();
    if (quote.thisTime() < quote.toBuy()) {
      var limited = command.limit().isPresent() ? "budget and --limit have" : "the budget has";
      words.add("%s room for %d of %d renders; the next runs go on from there"
          .formatted(limited, quote.thisTime(), quote.toBuy()));
    }
    ofTheWindow(words);
    var moved = why.getOrDefault(Novelty.PHOTO, 0L);
    if (moved > 0) {
      words.add("%d renders differ from the last run's by their photo; if only its address changes"
              .formatted(moved)
          + " and the photo does not, name the parameter that does under photos-ignore");
    }
    if (quote.price() == null && sheet.endpoint().isPaid()) {
      words.add("endpoint.price is not set, so nobody knows what this costs");
    }
    if (sheet.limits().window() < sheet.limits().inFlight()) {
      words.add("limits.window is %d, so never more than that are in flight, and not %d"
          .formatted(sheet.limits().window(), sheet.limits().inFlight()));
    }
    if (command.counter().endpoint().family() == Family.V5) {
      words.add("v5's documented sample has 512 x 512 pixels, and many listing services want more:"
          + " checks.min-size marks smaller renders for review");
    }
    return words;
  }

  private void ofTheWindow(List<String> words) {
    var closing = Closing.of(command);
    if (closing.deadline().isEmpty()) return;
    var left = closing.deadline().get().left();
    var fit = left.compareTo(Duration.ZERO) > 0 ? schedule.fit(left) : 0;
    if (fit < quote.thisTime()) {
      words.add("the time window ends at %s, and has room for about %d of %d renders"
          .formatted(closing.words(), fit, quote.thisTime()));
    }
  }
}
