package dev.roomline.ledger;

import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.nio.file.Path;
import java.time.Clock;

/** Real books in a real file. */
final class Books implements AutoCloseable {
  static final String AT = "https://vendor.example v5";

  final Database database;
  final Ledger ledger;
  final Runs runs;

  Books(Path folder) {
    database = new StateFolder(folder).open(16);
    ledger = new Ledger(database.source(), database.transactions(), AT, Clock.systemUTC());
    runs = new Runs(database.source(), Clock.systemUTC());
  }

  Run begin(String digest) {
    return begin(digest, false).run();
  }

  Run.Begun begin(String digest, boolean fresh) {
    return runs.begin(new Run.Request("nightly.yml", "rooms.csv", digest, "r", fresh), "[]");
  }

  @Override
  public void close() {
    database.close();
  }
}
