package dev.roomline.job.batch;

import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.results.ShownResults;
import java.util.function.Supplier;

/** Publishes the results of one run as they stand, as often as it is asked to. */
record ResultPublisher(ShownResults results, OutputFolder output, Supplier<PublishedRun> occasion) {

  void publish() {
    output.publish(results, occasion.get());
  }
}
