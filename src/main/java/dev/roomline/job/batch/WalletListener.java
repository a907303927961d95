package dev.roomline.job.batch;

import dev.roomline.render.Renderer;
import org.springframework.batch.core.job.JobExecution;

/** Reads the account's wallet before and after the job. */
final class WalletListener extends AfterJobListener {
  private final WalletReader wallet;
  private final Renderer renderer;

  WalletListener(WalletReader wallet, Renderer renderer) {
    this.wallet = wallet;
    this.renderer = renderer;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    try {
      wallet.before();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the wallet was read", e);
    }
  }

  /** A run that failed or was stopped at once does not wait for the wallet. */
  @Override
  void after(JobExecution execution) throws InterruptedException {
    if (execution.getStatus().isUnsuccessful() || renderer.buying().isAbandoned()) return;
    wallet.after();
  }
}
