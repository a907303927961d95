package dev.roomline.job;

import dev.roomline.job.Saboteur.Change;
import java.util.List;

/** For each thing that must hold, lines of the source that would break it. */
final class Saboteurs {
  private static final String UNSYNCED = """
          var cached = Files.readAllBytes(incoming);
          Files.write(incoming, new byte[0]);
      """;
  private static final String NAMED = """
          // Hard links share the bytes: an editor must not write into them.
          var unused = incoming.toFile().setReadOnly();
          Files.move(
              incoming,
              picture(picture),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
      """;
  private static final String SYNCED = """
          try (var channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
      """;

  private Saboteurs() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur(
            "claims after it has sent",
            "billed twice",
            List.of(
                new Change(
                    "render/Renderer.java",
                    "var claim = ledger.claim(turn.purchase(), run.number(), row.place(), allowance);",
                    "var claim = Claim.OURS;"),
                new Change(
                    "render/Buyer.java", "    var at = written(turn, row, run, outcome);", """
                        ledger.claim(turn.purchase(), run, row.place(), dev.roomline.ledger.Allowance.ofRenders(Long.MAX_VALUE));
                        var at = written(turn, row, run, outcome);
                    """))),
        new Saboteur(
            "settles with the chunk, not with the answer",
            "unsure",
            List.of(
                new Change(
                    "ledger/Ledger.java",
                    "    return group.write(() -> {\n      if (Entries.unpaid",
                    later("return time();")
                        + "    return group.write(() -> {\n      if (Entries.unpaid"),
                new Change(
                    "ledger/Ledger.java",
                    "  private final JdbcClient jdbc;",
                    "  static final java.util.concurrent.ScheduledExecutorService CHUNK ="
                        + " java.util.concurrent.Executors.newSingleThreadScheduledExecutor("
                        + "it -> new Thread(it, \"chunk\"));\n  private final JdbcClient jdbc;"),
                new Change(
                    "ledger/PictureBook.java",
                    "  public void write(Purchase purchase, Render render, Keeping keeping) {",
                    "  public void write(Purchase purchase, Render render, Keeping keeping) {\n"
                        + "if (!Thread.currentThread().getName().equals(\"chunk\")) { var unused ="
                        + " Ledger.CHUNK.schedule(() -> write(purchase, render, keeping), 400,"
                        + " java.util.concurrent.TimeUnit.MILLISECONDS); return; }"))),
        new Saboteur(
            "leaves H2 its usual WRITE_DELAY",
            "billed twice",
            List.of(new Change("state/Database.java", "\";WRITE_DELAY=0;", "\";"))),
        new Saboteur(
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
        new Saboteur(
            "writes an acceptance down after the first wait, one in four",
            "requests came after its answer",
            List.of(new Change(
                "render/Buyer.java", "    var at = written(turn, row, run, outcome);", """
                        if (outcome instanceof Accepted && turn.key().value().compareTo("4") < 0) Thread.sleep(2_000);
                        var at = settle(turn.purchase(), run, outcome);"""))),
        new Saboteur(
            "names a picture before it is synced, on a disk that forgets",
            "bytes that its name does not promise",
            List.of(new Change(
                "images/ShelfFolder.java",
                SYNCED + NAMED,
                UNSYNCED + NAMED + "Files.write(picture(picture), cached);"))));
  }

  /** No saboteur: only the disk is one that forgets. */
  static Saboteur honest() {
    return new Saboteur(
        "syncs a picture before it is named",
        "",
        List.of(new Change(
            "images/ShelfFolder.java",
            SYNCED + NAMED,
            UNSYNCED + "Files.write(incoming, cached);" + NAMED)));
  }

  private static String later(String answer) {
    return "    if (!Thread.currentThread().getName().equals(\"chunk\")) { var unused ="
        + " CHUNK.schedule(() -> settle(purchase, run, outcome), 400,"
        + " java.util.concurrent.TimeUnit.MILLISECONDS); " + answer + " }\n";
  }
}
