package dev.roomline.job.batch;

import dev.roomline.render.Renderer;
import dev.roomline.render.limits.BuyingControl.Why;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;

/** Lets the exit status of a job that ended early say why: BUDGET, WINDOW, INTERRUPTED and so on. */
final class StopReasonListener extends AfterJobListener {
  private final Renderer renderer;

  StopReasonListener(Renderer renderer) {
    this.renderer = renderer;
  }

  @Override
  void after(JobExecution execution) {
    if (execution.getStatus().isUnsuccessful()) return;
    renderer.buying().reasons().entrySet().stream()
        .findFirst()
        .ifPresent(it -> execution.setExitStatus(new ExitStatus(code(it.getKey()), it.getValue())));
  }

  private static String code(Why why) {
    return why == Why.SIGNAL ? "INTERRUPTED" : why.name();
  }
}
