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

/** Databases of former releases. */
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
  void endpointsAndAccountsKeepTheirValuesUnderTheirNewNames() throws Exception {
    former("13", """
        insert into render_ledger (render_key, edition, attempt, run, row_no, line_no, bought_at,
          state, claimed_at, request_id, not_kept)
        values ('k', 0, 1, 1, 7, 7, 'gw v5', 'RENDERED', current_timestamp, 'id-1', 'gone');
        insert into photo_upload (bought_at, identity, way, link, uploaded_at)
        values ('gw v5', 'sha256:1', 'base64_to_url', 'l', current_timestamp);
        insert into photo_use values ('gw v5', 'sha256:1', 'base64_to_url', 'k');
        insert into budget_window values
          ('gw v5', current_timestamp, current_timestamp, 3, 0.06);
        insert into wallet_reading (run, place, read_at, balance, currency)
        values (1, 'gw', current_timestamp, 5, 'USD')
        """);

    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      var jdbc = JdbcClient.create(database.source());
      for (var table : List.of("render_ledger", "photo_upload", "photo_use", "budget_window")) {
        assertThat(only(jdbc, "endpoint", table)).as(table).isEqualTo("gw v5");
      }
      assertThat(only(jdbc, "account", "wallet_reading")).isEqualTo("gw");
      assertThat(only(jdbc, "not_kept_reason", "render_ledger")).isEqualTo("gone");
      assertThat(only(jdbc, "request_id_begins", "render_ledger")).isEqualTo("id-1");
      assertThat(indexed(jdbc, "endpoint"))
          .containsExactly(
              "budget_window 1",
              "photo_upload 1",
              "photo_use 1",
              "render_ledger 1",
              "render_ledger 1",
              "render_ledger 2",
              "render_ledger 2");
      assertThat(indexed(jdbc, "account")).containsExactly("wallet_reading 1");
    }
  }

  private static String only(JdbcClient jdbc, String column, String table) {
    return jdbc.sql("select " + column + " from " + table).query(String.class).single();
  }

  /** The tables with an index or key over a column, and which of its columns that is. */
  private static List<String> indexed(JdbcClient jdbc, String column) {
    return jdbc.sql("""
        select lower(table_name) || ' ' || ordinal_position from information_schema.index_columns
        where column_name = upper(?) order by 1
        """).param(column).query(String.class).list();
  }

  @Test
  void anUpgradeThatBreaksOffLeavesTheDatabaseAsItWas() throws Exception {
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
