package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A kill between any two writes to the database file, and within each: what the file holds then is
 * opened as the next start does. {@code -Dpoints.commits=3000} for longer, {@code -Dpoints.seed} for
 * other rooms.
 */
class KillDuringWriteTest implements RecordingFileSystem.Copy {
  private static final int SESSIONS = 2;
  private static final int COMMITS = Integer.getInteger("points.commits", 100);

  @TempDir
  Path folder;

  private final Random random = new Random(Integer.getInteger("points.seed", 7));
  private final TornFile file = new TornFile();
  private int promised;
  private int kills;

  @Test
  void noneTakesBackWhatWasCommitted() throws Exception {
    RecordingFileSystem.STEPS.clear();
    for (var session = 0; session < SESSIONS; session++) commit(session * COMMITS);

    for (var step : RecordingFileSystem.STEPS) step.again(this);

    System.out.printf("[kill points] %d within %d commits%n", kills, promised);
    assertThat(promised).isEqualTo(SESSIONS * COMMITS);
    assertThat(kills).isGreaterThan(SESSIONS * COMMITS);
  }

  private void commit(int before) {
    try (var pool = Database.pool("jdbc:h2:watched:" + folder.resolve("database"), 1);
        var databaseCompaction = new DatabaseCompaction(pool, 0)) {
      var commitLoad = new CommitLoad(pool, random);
      if (before == 0) commitLoad.create();
      for (var n = before + 1; n <= before + COMMITS; n++) {
        var number = n;
        commitLoad.commit(number);
        RecordingFileSystem.STEPS.add(copy -> promised = number);
        if (number % 4 == 0) databaseCompaction.compact();
      }
    }
  }

  @Override
  public void write(long at, byte[] bytes) throws IOException {
    var pages = TornFile.pages(bytes);
    for (var written : new TreeSet<>(Arrays.asList(1, pages / 2 + 1, pages))) {
      file.write(at, bytes, written);
      kill("page " + written + " of " + pages + " at " + at);
    }
  }

  @Override
  public void cut(long size) throws IOException {
    file.cut(size);
    kill("cut to " + size);
  }

  private void kill(String where) throws IOException {
    if (promised == 0) return;
    kills++;
    var killed = folder.resolve("killed.mv.db");
    Files.write(killed, file.bytes());
    new DatabaseFileCheck(killed).check();
    var url = "jdbc:h2:file:" + folder.resolve("killed") + ";ACCESS_MODE_DATA=r";
    assertThat(new CommitLoad(new DriverManagerDataSource(url, "sa", ""), random).number())
        .as(where)
        .isBetween(promised, promised + 1);
  }
}
