package dev.roomline.job.batch;

import dev.roomline.job.session.JobRequest;
import dev.roomline.ledger.Run;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.results.ResultTable;
import java.util.List;
import java.util.function.Supplier;

/** Publishes the results of one run as they stand, as often as it is asked to. */
record ResultPublisher(ResultTable results, OutputFolder output, Supplier<PublishedRun> occasion) {

  void publish() {
    output.publish(results, occasion.get());
  }

  /** The run as it stands now. */
  static PublishedRun occasion(JobRequest request, Run run, BuyingControl buying) {
    var words = List.copyOf(buying.reasons().values());
    var now = request.timing().clock().instant();
    return new PublishedRun(request.jobFile().name(), run.number(), run.started(), now, words);
  }
}
