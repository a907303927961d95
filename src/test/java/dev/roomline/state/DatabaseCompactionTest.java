package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseCompactionTest {
  @TempDir
  Path folder;

  @Test
  void aDatabaseThatIsWrittenALineAtATimeStaysSmall() throws Exception {
    var untidy = written("untidy", Long.MAX_VALUE);
    var tidy = written("tidy", 0);

    assertThat(tidy).isLessThan(untidy / 2);
  }

  @Test
  void aDatabaseThatIsOnlyReadIsLeftAsItIs() throws Exception {
    written("read", Long.MAX_VALUE);
    var file = folder.resolve("read.mv.db");
    var before = Files.size(file);
    try (var pool = pool("read");
        var databaseCompaction = new DatabaseCompaction(pool, 0)) {
      for (var n = 0; n < 20; n++) {
        JdbcClient.create(pool)
            .sql("select count(*) from rooms")
            .query(Integer.class)
            .single();
        databaseCompaction.compact();
      }
    }
    // H2 notes that it was opened, in a few pages.
    assertThat(Files.size(file)).isCloseTo(before, within(100_000L));
  }

  @Test
  void endsQuietlyWhereTheDatabaseIsClosed() {
    var pool = pool("closed");
    try (var databaseCompaction = new DatabaseCompaction(pool, 0)) {
      pool.close();
      databaseCompaction.compact();
    }
  }

  /** How large the file is before it is closed. */
  private long written(String name, long large) throws Exception {
    var random = new Random(3);
    try (var pool = pool(name);
        var databaseCompaction = new DatabaseCompaction(pool, large)) {
      var database = JdbcClient.create(pool);
      database
          .sql("create table rooms (id varchar(36) primary key, text varchar(600))")
          .update();
      for (var n = 0; n < 4000; n++) {
        database
            .sql("insert into rooms values (?, ?)")
            .params(Long.toHexString(random.nextLong()), "x".repeat(500))
            .update();
        if (n % 8 == 0) databaseCompaction.compact();
      }
      return Files.size(folder.resolve(name + ".mv.db"));
    }
  }

  private HikariDataSource pool(String name) {
    return Database.pool("jdbc:h2:file:" + folder.resolve(name), 1);
  }
}
