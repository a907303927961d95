package dev.roomline.job.batch;

import dev.roomline.job.session.JobRequest;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason.Broken;
import org.springframework.batch.core.job.JobExecution;

/** Publishes the results so far if the job fails. Calls in flight get time to answer first. */
final class PublishOnFailureListener extends AfterJobListener {
  private final Renderer renderer;
  private final ResultPublisher publisher;
  private final JobRequest request;

  PublishOnFailureListener(Renderer renderer, ResultPublisher publisher, JobRequest request) {
    this.renderer = renderer;
    this.publisher = publisher;
    this.request = request;
  }

  @Override
  void after(JobExecution execution) {
    if (!execution.getStatus().isUnsuccessful()) return;
    renderer.buying().stop(new Broken("the run failed"));
    renderer.buying().abandonAfter(request.grace());
    try {
      renderer.awaitAll();
    } catch (InterruptedException | RuntimeException e) {
      // The job's own failure is the one to report.
    }
    publisher.publish();
  }
}
