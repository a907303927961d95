package dev.roomline.job.batch;

import dev.roomline.render.Renderer;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Takes up what earlier runs left to be collected; it holds its places before any new render. */
record EarlierRendersListener(Renderer renderer) implements JobExecutionListener {

  @Override
  public void beforeJob(JobExecution execution) {
    renderer.resume();
  }
}
