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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A kill between any two writes to the books' file, and within each: what the file holds then is
 * opened as the next start does. A kill stops a write between two of its pages. {@code
 * -Dpoints.commits=3000} for longer, {@code -Dpoints.seed} for other rooms.
 */
class KillPointsTest implements Watched.Copy {
  private static final int PAGE = 4096;
  private static final int SESSIONS = 2;
  private static final int COMMITS = Integer.getInteger("points.commits", 100);

  @TempDir
  Path folder;

  private final Random random = new Random(Integer.getInteger("points.seed", 7));
  private byte[] image = new byte[0];
  private int promised;
  private int kills;

  @Test
  void noneTakesBackWhatWasCommitted() throws Exception {
    Watched.STEPS.clear();
    for (var session = 0; session < SESSIONS; session++) commit(session * COMMITS);

    for (var step : Watched.STEPS) step.again(this);

    System.out.printf("[kill points] %d within %d commits%n", kills, promised);
    assertThat(promised).isEqualTo(SESSIONS * COMMITS);
    assertThat(kills).isGreaterThan(SESSIONS * COMMITS);
  }

  private void commit(int before) {
    try (var pool = Database.pool("jdbc:h2:watched:" + folder.resolve("books"), 1);
        var housekeeping = new Housekeeping(pool, 0)) {
      var books = JdbcClient.create(pool);
      if (before == 0) create(books);
      var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
      for (var n = 1; n <= COMMITS; n++) {
        var commits = before + n;
        transaction.executeWithoutResult(status -> write(books, commits));
        Watched.STEPS.add(copy -> promised = commits);
        if (commits % 4 == 0) housekeeping.tidy();
      }
    }
  }

  private static void create(JdbcClient books) {
    books
        .sql(
            "create table rooms (n integer primary key, name varchar(36) unique, text varchar(800))")
        .update();
    books.sql("create table commits (n integer)").update();
    books.sql("insert into commits values (0)").update();
  }

  /** New rooms, and changes of the last ones: small transactions leave the most pages to reuse. */
  private void write(JdbcClient books, int commits) {
    for (var n = 0; n < 3; n++) {
      var room = commits * 3 + n;
      books
          .sql("insert into rooms values (?, ?, ?)")
          .params(room, Long.toHexString(random.nextLong()), "x".repeat(random.nextInt(500)))
          .update();
      books
          .sql("update rooms set text = ? where n = ?")
          .params("y".repeat(random.nextInt(500)), room - random.nextInt(20))
          .update();
    }
    books.sql("update commits set n = ?").param(commits).update();
  }

  @Override
  public void write(long at, byte[] bytes) throws IOException {
    var pages = (bytes.length + PAGE - 1) / PAGE;
    for (var page : new TreeSet<>(Arrays.asList(1, pages / 2 + 1, pages))) {
      var written = Math.min(page * PAGE, bytes.length);
      var end = (int) at + written;
      if (end > image.length) image = Arrays.copyOf(image, end);
      System.arraycopy(bytes, 0, image, (int) at, written);
      kill("page " + page + " of " + pages + " at " + at);
    }
  }

  @Override
  public void cut(long size) throws IOException {
    image = Arrays.copyOf(image, (int) size);
    kill("cut to " + size);
  }

  private void kill(String where) throws IOException {
    if (promised == 0) return;
    kills++;
    var file = folder.resolve("killed.mv.db");
    Files.write(file, image);
    new BookFile(file).check();
    assertThat(commitsIn("jdbc:h2:file:" + folder.resolve("killed")))
        .as(where)
        .isBetween(promised, promised + 1);
  }

  private static int commitsIn(String url) {
    var killed = new DriverManagerDataSource(url + ";ACCESS_MODE_DATA=r", "sa", "");
    return JdbcClient.create(killed)
        .sql("select n from commits")
        .query(Integer.class)
        .single();
  }
}
