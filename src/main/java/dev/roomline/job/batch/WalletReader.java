package dev.roomline.job.batch;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.failure.FailureAnalyzer;
import dev.roomline.job.session.JobRequest;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.WalletLog;
import dev.roomline.ledger.WalletReading;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Reads the account's wallet before and after the renders of a run. A wallet that cannot be read
 * does not stop the run. A ledger that fails does: before the renders nothing is paid for, and after
 * them the results are published and the same command continues from there.
 */
public final class WalletReader {
  private final JobRequest request;
  private final WalletLog wallet;
  private final EndpointClient client;
  private final Run run;
  private final List<WalletReading> readings = new ArrayList<>();

  public WalletReader(JobRequest request, WalletLog wallet, EndpointClient client, Run run) {
    this.request = request;
    this.wallet = wallet;
    this.client = client;
    this.run = run;
  }

  /** Reads it before the renders. The sandbox starts a new wallet with each run. */
  public void before() throws InterruptedException {
    read(!sandbox());
  }

  /** Reads it after the renders, and compares it with the last reading. */
  public void after() throws InterruptedException {
    read(!readings.isEmpty() || !sandbox());
  }

  /** What was read so far, oldest first. */
  public List<WalletReading> readings() {
    return List.copyOf(readings);
  }

  private boolean sandbox() {
    return request.access().endpoint().sandbox();
  }

  private void read(boolean compared) throws InterruptedException {
    if (sandbox() && request.jobFile().endpoint().price() == null) return; // no money is involved
    var at = request.timing().clock().instant();
    var account = request.access().endpoint().account();
    try {
      client
          .wallet()
          .map(it -> new WalletReading(at, it.balance(), it.currency(), null))
          .ifPresent(it -> readings.add(wallet.add(run.number(), account, it, compared)));
    } catch (RuntimeException e) {
      // The ledger works; this balance cannot be stored or compared.
      if (FailureAnalyzer.isOfDatabase(e) && !(e instanceof DataIntegrityViolationException))
        throw e;
    }
  }
}
