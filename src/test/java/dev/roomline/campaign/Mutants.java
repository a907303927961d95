package dev.roomline.campaign;

import dev.roomline.campaign.Mutant.Change;
import java.util.List;

/** For each thing that must hold, lines of the source that would break it. */
final class Mutants {
  private static final String UNSYNCED = """
          var cached = Files.readAllBytes(incoming);
          Files.write(incoming, new byte[0]);
      """;
  private static final String NAMED = """
          // Hard links share the bytes: an editor must not write into them.
          var unused = incoming.toFile().setReadOnly();
          move(incoming, picture(picture));
      """;
  private static final String SYNCED = """
          try (var channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
      """;

  private static final String LATER =
      "java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);\n";
  private static final String SETTLING =
      "    var settlement = ledger.settleAsync(task.purchase(), run, outcome);\n";
  private static final String WRITING =
      "  public CompletableFuture<?> recordAsync(Purchase purchase, Render render, PictureStatus status) {\n";
  private static final String DONE = "java.util.concurrent.CompletableFuture.completedFuture(1)";

  private Mutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "claims after it has sent",
            "billed twice",
            List.of(
                new Change(
                    "render/Renderer.java",
                    "ledger.claim(task.purchase(), run.number(), row.position(), settings.budget())",
                    "dev.roomline.ledger.ClaimResult.OURS"),
                new Change("render/PurchaseSender.java", SETTLING, """
                        ledger.claim(task.purchase(), run, row.position(), dev.roomline.ledger.BudgetLimits.ofRenders(Long.MAX_VALUE));
                    """ + SETTLING))),
        new Mutant(
            "settles with the chunk, not with the answer",
            "unsure",
            List.of(
                new Change(
                    "ledger/Ledger.java",
                    "    var at = time();\n    return new PendingSettlement(",
                    later(
                            "settleAsync(purchase, run, outcome)",
                            "new PendingSettlement(time(), " + DONE + ")")
                        + "    var at = time();\n    return new PendingSettlement("),
                new Change(
                    "ledger/Ledger.java",
                    "  private final JdbcClient jdbc;",
                    "  static final java.util.concurrent.ScheduledExecutorService CHUNK ="
                        + " java.util.concurrent.Executors.newSingleThreadScheduledExecutor("
                        + "it -> new Thread(it, \"chunk\"));\n  private final JdbcClient jdbc;"),
                new Change(
                    "ledger/PictureRecords.java",
                    WRITING,
                    WRITING + later("recordAsync(purchase, render, status)", DONE)))),
        new Mutant(
            "leaves H2 its usual WRITE_DELAY",
            "billed twice",
            List.of(new Change("state/Database.java", "\";WRITE_DELAY=0;", "\";"))),
        new Mutant(
            "recovers without the lock",
            "unsure",
            List.of(
                new Change(
                    "state/StateLock.java",
                    "lock = channel.tryLock();",
                    "lock = FileChannel.open(folder.resolve(\"lock\" +"
                        + " ProcessHandle.current().pid()), StandardOpenOption.CREATE,"
                        + " StandardOpenOption.WRITE).tryLock();"),
                new Change(
                    "state/Database.java",
                    "DB_CLOSE_ON_EXIT=FALSE;LOCK",
                    "AUTO_SERVER=TRUE;LOCK"))),
        new Mutant(
            "writes an acceptance down after the first wait, one in four",
            "requests came after its answer",
            List.of(new Change("render/PurchaseSender.java", SETTLING, """
                        if (outcome instanceof Accepted && task.key().value().compareTo("4") < 0) Thread.sleep(2_000);
                    """ + SETTLING))),
        new Mutant(
            "names a picture before it is synced, on a disk that forgets",
            "bytes that its name does not promise",
            List.of(new Change(
                "images/PictureStoreFolder.java",
                SYNCED + NAMED,
                UNSYNCED + NAMED + LATER + "Files.write(picture(picture), cached);"))));
  }

  /** No fault of ours: only the disk forgets. */
  static Mutant controlWithoutMutation() {
    return new Mutant(
        "syncs a picture before it is named",
        "",
        List.of(new Change(
            "images/PictureStoreFolder.java",
            SYNCED + NAMED,
            UNSYNCED + LATER + "Files.write(incoming, cached);" + NAMED)));
  }

  /** Does it 400 ms later in another thread, but reports success at once. */
  private static String later(String call, String answer) {
    return "    if (!Thread.currentThread().getName().equals(\"chunk\")) { var unused ="
        + " Ledger.CHUNK.schedule(() -> " + call + ", 400,"
        + " java.util.concurrent.TimeUnit.MILLISECONDS); return " + answer + "; }\n";
  }
}
