package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Database files that were damaged while no process had them open. */
class DatabaseFileCheckTest {
  private static final int LINES = 200;

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("roomline.mv.db");
    open(database -> {
      var jdbc = JdbcClient.create(database.source());
      jdbc.sql("create table notes (n integer primary key, text varchar(1000))").update();
      for (var n = 0; n < LINES; n++) {
        jdbc.sql("insert into notes values (?, ?)").params(n, "x".repeat(500)).update();
      }
    });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
  void aFileCutOffAnywhereIsNoticedAndLeftAsItIs(double share) throws Exception {
    var whole = Files.readAllBytes(file);
    assertRefused(Arrays.copyOf(whole, (int) (whole.length * share)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
  void aCompactedFileCutOffAnywhereIsNoticedToo(double share) throws Exception {
    compact();
    var whole = Files.readAllBytes(file);
    assertRefused(Arrays.copyOf(whole, (int) (whole.length * share)));
  }

  @Test
  void aFileWithoutItsLastBytesIsNoticed() throws Exception {
    var whole = Files.readAllBytes(file);
    assertRefused(Arrays.copyOf(whole, whole.length - 1));
  }

  @Test
  void aFileWithNothingButHeadersIsNoEmptyDatabase() throws Exception {
    assertRefused(Arrays.copyOf(Files.readAllBytes(file), 8192));
  }

  @Test
  void garbageIsNoticed() throws Exception {
    var bytes = new byte[100_000];
    for (var n = 0; n < bytes.length; n++) bytes[n] = (byte) (n * 31);
    assertRefused(bytes);
  }

  @Test
  void zerosAtTheEndAreNoticed() throws Exception {
    var bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length - 5000, bytes.length, (byte) 0);
    assertRefused(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50})
  void aFileAsAKilledProcessLeavesItIsWhole(int lines) throws Exception {
    open(database -> {
      var jdbc = JdbcClient.create(database.source());
      for (var n = 0; n < lines; n++) {
        jdbc.sql("insert into notes values (?, 'late')").param(LINES + n).update();
      }
      Files.copy(file, folder.resolve("killed"));
    });
    Files.move(folder.resolve("killed"), file, StandardCopyOption.REPLACE_EXISTING);

    open(database -> assertThat(JdbcClient.create(database.source())
            .sql("select count(*) from notes")
            .query(Integer.class)
            .single())
        .isEqualTo(LINES + lines));
  }

  @Test
  void aCompactedFileIsWhole() throws Exception {
    compact();

    assertThatCode(() -> open(database -> {})).doesNotThrowAnyException();
  }

  private void assertRefused(byte[] damaged) throws IOException {
    Files.write(file, damaged);

    assertThatThrownBy(() -> open(database -> {}))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining(file.toString());

    assertThat(file).hasBinaryContent(damaged);
  }

  private void compact() throws Exception {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow()) {
      lock.open(1).compactAndClose();
    }
  }

  private void open(Work work) throws Exception {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1)) {
      work.on(database);
    }
  }

  private interface Work {
    void on(Database database) throws Exception;
  }
}
