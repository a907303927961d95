package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each session goes on with the file of the one before, which was killed in the middle of a
 * write and of another transaction, which the next start rolls back. {@code -Dkills.sessions=2000}
 * for longer, {@code -Dkills.seed} for other kills.
 */
class KillAfterKillTest implements RecordingFileSystem.Copy {
  private static final int SESSIONS = Integer.getInteger("kills.sessions", 150);
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir
  Path folder;

  private final Random random = new Random(Integer.getInteger("kills.seed", 4));
  private final TornFile file = new TornFile();
  private int promised;
  private int pages = ALL;

  @Test
  void noneTakesBackWhatWasCommitted() throws Exception {
    for (var session = 0; session < SESSIONS; session++) {
      var steps = steps(session);
      var killedAt = session == 0 ? steps.size() : random.nextInt(steps.size());
      for (var step : steps.subList(0, killedAt)) step.again(this);
      if (killedAt < steps.size()) half(steps.get(killedAt));
    }
    assertThat(promised).isGreaterThan(SESSIONS);
  }

  /** What a session does to the file until it comes to its last commit. */
  private List<RecordingFileSystem.Step> steps(int session) throws Exception {
    var database = folder.resolve("database" + session);
    RecordingFileSystem.STEPS.clear();
    if (session > 0) {
      var killed = Path.of(database + ".mv.db");
      Files.write(killed, file.bytes());
      new DatabaseFileCheck(killed).check();
    }
    try (var pool = Database.pool("jdbc:h2:watched:" + database, 2);
        var other = pool.getConnection()) {
      var commitLoad = new CommitLoad(pool, random);
      if (session == 0) create(commitLoad, other);
      assertThat(commitLoad.number()).as("session " + session).isBetween(promised, promised + 1);
      other.setAutoCommit(false);
      var first = commitLoad.number();
      RecordingFileSystem.STEPS.add(copy -> promised = first);
      var last = first + 1 + random.nextInt(12);
      for (var n = first + 1; n <= last; n++) {
        var number = n;
        write(other);
        commitLoad.commit(number);
        RecordingFileSystem.STEPS.add(copy -> promised = number);
      }
      return List.copyOf(RecordingFileSystem.STEPS);
    }
  }

  private static void create(CommitLoad commitLoad, Connection other) throws SQLException {
    commitLoad.create();
    try (var statement = other.createStatement()) {
      statement.execute("create table others (n integer, text varchar(800))");
    }
  }

  /** Seldom commits by itself. */
  private void write(Connection other) throws SQLException {
    try (var statement = other.prepareStatement("insert into others values (?, ?)")) {
      statement.setInt(1, random.nextInt(1000));
      statement.setString(2, "z".repeat(random.nextInt(800)));
      statement.execute();
    }
    if (random.nextInt(8) == 0) other.commit();
  }

  private void half(RecordingFileSystem.Step step) throws Exception {
    pages = random.nextInt(4);
    step.again(this);
    pages = ALL;
  }

  @Override
  public void write(long at, byte[] bytes) {
    file.write(at, bytes, Math.min(pages, TornFile.pages(bytes)));
  }

  @Override
  public void cut(long size) {
    file.cut(size);
  }
}
