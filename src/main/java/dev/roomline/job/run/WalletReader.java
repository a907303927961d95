package dev.roomline.job.run;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.job.session.JobRequest;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.WalletLog;
import dev.roomline.ledger.WalletReading;
import java.util.ArrayList;
import java.util.List;

/** Reads the account's wallet before and after a run's buying. It never stands in a run's way. */
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

  List<WalletReading> readings() {
    return List.copyOf(readings);
  }

  private boolean sandbox() {
    return request.access().endpoint().sandbox();
  }

  private void read(boolean compared) throws InterruptedException {
    if (sandbox() && request.jobFile().endpoint().price() == null) return; // it is nobody's money
    var at = request.timing().clock().instant();
    var place = request.access().endpoint().place();
    try {
      client
          .wallet()
          .map(it -> new WalletReading(at, it.balance(), it.currency(), null))
          .ifPresent(it -> readings.add(wallet.add(run.number(), place, it, compared)));
    } catch (RuntimeException e) {
      // The books are broken, and whoever needs them more says so.
    }
  }
}
