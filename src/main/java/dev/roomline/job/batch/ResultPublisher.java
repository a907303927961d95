package dev.roomline.job.batch;

import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.results.RepeatedPictures;
import dev.roomline.results.ShownResults;
import java.util.function.Supplier;

/** Publishes the results of one run as they stand, as often as it is asked to. */
record ResultPublisher(
    ShownResults results,
    RepeatedPictures repeated,
    OutputFolder output,
    Supplier<PublishedRun> occasion) {

  void publish() {
    repeated.mark();
    output.publish(results, occasion.get());
  }
}
