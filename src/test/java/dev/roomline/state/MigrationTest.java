package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books of former releases. */
class MigrationTest {
  @TempDir
  Path folder;

  @Test
  void newestIsTheLastOfTheFiles() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db"))) {
      var last = files
          .map(file -> file.getFileName().toString())
          .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
          .max();

      assertThat(last).hasValue(Database.NEWEST);
    }
  }

  @Test
  void resultsWithALinePerRowStay() throws Exception {
    former("2", """
        insert into render_result (run, row_no, cells, status, paid, attempts)
        values (1, 2, '[]', 'rendered', 'bought', 1), (1, 7, '[]', 'invalid', 'no', 0)
        """);

    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      var lines = JdbcClient.create(database.source())
          .sql("select row_no, line_no, variant, style from render_result order by line_no")
          .query()
          .listOfRows();

      assertThat(lines)
          .extracting(line -> List.copyOf(line.values()))
          .containsExactly(List.of(2L, 2L, 1, ""), List.of(7L, 7L, 1, ""));
    }
  }

  @Test
  void purchasesStayWithTheirRow() throws Exception {
    former("2", """
        insert into render_ledger
          (render_key, edition, attempt, run, row_no, bought_at, state, claimed_at)
        values ('k', 0, 1, 1, 7, 'sandbox v5', 'UNSURE', current_timestamp)
        """);

    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      var line = JdbcClient.create(database.source())
          .sql("select line_no from render_ledger where row_no = 7")
          .query(Long.class)
          .single();

      assertThat(line).isEqualTo(7);
    }
  }

  @Test
  void anUpgradeThatBreaksOffLeavesTheBooksAsTheyWere() throws Exception {
    // The third of the missing migrations meets what it would make itself.
    former("2", "alter table render_ledger add photo varchar");

    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow()) {
      assertThatThrownBy(() -> lock.open(1)).isInstanceOf(StorageException.class);
    }

    assertThat(tablesOf("roomline")).isEqualTo("2");
    assertThat(folder.resolve("roomline-new.mv.db")).doesNotExist();
  }

  private String tablesOf(String name) {
    return Flyway.configure()
        .dataSource("jdbc:h2:file:" + folder.resolve(name), "sa", "")
        .load()
        .info()
        .current()
        .getVersion()
        .toString();
  }

  private void former(String version, String content) throws Exception {
    Files.createDirectories(folder);
    var source = new JdbcDataSource();
    source.setUrl("jdbc:h2:file:" + folder.resolve("roomline"));
    source.setUser("sa");
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db")
        .target(version)
        .load()
        .migrate();
    JdbcClient.create(source).sql(content).update();
  }
}
