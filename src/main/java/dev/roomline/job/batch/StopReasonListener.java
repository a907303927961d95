package dev.roomline.job.batch;

import dev.roomline.job.session.StopReasonText;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.StopReason;
import dev.roomline.render.limits.StopReason.AccountRefused;
import dev.roomline.render.limits.StopReason.Broken;
import dev.roomline.render.limits.StopReason.BudgetUsed;
import dev.roomline.render.limits.StopReason.Interrupted;
import dev.roomline.render.limits.StopReason.WindowEnded;
import dev.roomline.render.limits.StopReason.WrongAddress;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;

/** Lets the exit status of a job that ended early say why: BUDGET, WINDOW, INTERRUPTED and so on. */
final class StopReasonListener extends AfterJobListener {
  private final Renderer renderer;
  private final StopReasonText text;

  StopReasonListener(Renderer renderer, StopReasonText text) {
    this.renderer = renderer;
    this.text = text;
  }

  @Override
  void after(JobExecution execution) {
    if (execution.getStatus().isUnsuccessful()) return;
    renderer.buying().reasons().stream()
        .findFirst()
        .ifPresent(
            reason -> execution.setExitStatus(new ExitStatus(code(reason), text.of(reason))));
  }

  private static String code(StopReason reason) {
    if (reason instanceof BudgetUsed) return "BUDGET";
    if (reason instanceof WindowEnded) return "WINDOW";
    if (reason instanceof Interrupted) return "INTERRUPTED";
    if (reason instanceof Broken) return "BROKEN";
    if (reason instanceof WrongAddress) return "ADDRESS";
    return reason instanceof AccountRefused ? "ACCOUNT" : "ENDPOINT";
  }
}
