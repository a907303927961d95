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
 * Reads the account's wallet before and after a run's buying. A wallet that is not told does not
 * stop the run. A ledger that fails does: before the buying nothing is bought, and after it the
 * results are published and the same command goes on from there.
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

  /** The sandbox of each run has a wallet of its own, which no earlier one explains. */
  public void before() throws InterruptedException {
    read(!sandbox());
  }

  /** What was missed before is held against the reading of an earlier run. */
  public void after() throws InterruptedException {
    read(!readings.isEmpty() || !sandbox());
  }

  public List<WalletReading> readings() {
    return List.copyOf(readings);
  }

  private boolean sandbox() {
    return request.access().endpoint().sandbox();
  }

  private void read(boolean compared) throws InterruptedException {
    if (sandbox() && request.jobFile().endpoint().price() == null) return; // it is nobody's money
    var at = request.timing().clock().instant();
    var account = request.access().endpoint().account();
    try {
      client
          .wallet()
          .map(it -> new WalletReading(at, it.balance(), it.currency(), null))
          .ifPresent(it -> readings.add(wallet.add(run.number(), account, it, compared)));
    } catch (RuntimeException e) {
      // A balance too odd to be stored or compared is no fault of the ledger's.
      if (FailureAnalyzer.isOfDatabase(e) && !(e instanceof DataIntegrityViolationException))
        throw e;
    }
  }
}
