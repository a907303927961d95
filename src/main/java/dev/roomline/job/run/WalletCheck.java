package dev.roomline.job.run;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.WalletBook;
import dev.roomline.ledger.WalletReading;
import java.util.ArrayList;
import java.util.List;

/** Reads the account's wallet before and after a run's buying. It never stands in a run's way. */
final class WalletCheck {
  private final RunCommand command;
  private final WalletBook book;
  private final EndpointClient client;
  private final Run run;
  private final List<WalletReading> readings = new ArrayList<>();

  WalletCheck(RunCommand command, WalletBook book, EndpointClient client, Run run) {
    this.command = command;
    this.book = book;
    this.client = client;
    this.run = run;
  }

  /** The sandbox of each run has a wallet of its own, which no earlier one explains. */
  void before() throws InterruptedException {
    read(!sandbox());
  }

  /** What was missed before is held against the reading of an earlier run. */
  void after() throws InterruptedException {
    read(!readings.isEmpty() || !sandbox());
  }

  List<WalletReading> readings() {
    return List.copyOf(readings);
  }

  private boolean sandbox() {
    return command.counter().endpoint().sandbox();
  }

  private void read(boolean compared) throws InterruptedException {
    if (sandbox() && command.sheet().endpoint().price() == null) return; // it is nobody's money
    var at = command.pulse().clock().instant();
    var place = command.counter().endpoint().place();
    try {
      client
          .wallet()
          .map(it -> new WalletReading(at, it.balance(), it.currency(), null))
          .ifPresent(it -> readings.add(book.add(run.number(), place, it, compared)));
    } catch (RuntimeException e) {
      // The books are broken, and whoever needs them more says so.
    }
  }
}
