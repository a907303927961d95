package dev.roomline.job.batch;

import dev.roomline.domain.Quantity;
import dev.roomline.job.session.JobRequest;
import dev.roomline.render.UploadCleanup;
import java.util.function.Consumer;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Deletes the photos that were uploaded to the provider, if the job file asks for it. */
record DeleteUploadsTasklet(JobRequest request, UploadCleanup uploads, Consumer<String> news)
    implements Tasklet {

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws InterruptedException {
    if (!request.jobFile().uploads().delete()) return RepeatStatus.FINISHED;
    var done = uploads.deleteUnused();
    if (done.deleted() > 0)
      news.accept(Quantity.of(done.deleted(), "uploaded photo") + " deleted at the provider");
    if (done.left() > 0) {
      news.accept(Quantity.of(done.left(), "uploaded photo")
          + " not deleted at the provider yet; the next run tries again");
    }
    return RepeatStatus.FINISHED;
  }
}
