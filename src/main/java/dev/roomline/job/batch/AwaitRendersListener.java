package dev.roomline.job.batch;

import dev.roomline.render.Renderer;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Holds a step back until every accepted render has ended, outside of any transaction. */
record AwaitRendersListener(Renderer renderer) implements StepExecutionListener {

  @Override
  public void beforeStep(StepExecution step) {
    try {
      renderer.awaitAll();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while renders were collected", e);
    }
  }
}
