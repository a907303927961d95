package dev.roomline.job.batch;

import dev.roomline.render.Renderer;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Starts to collect what earlier runs left. It takes its slots before any new render does. */
record EarlierRendersListener(Renderer renderer) implements JobExecutionListener {

  @Override
  public void beforeJob(JobExecution execution) {
    renderer.resume();
  }
}
