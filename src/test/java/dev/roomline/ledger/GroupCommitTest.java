package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class GroupCommitTest {
  @TempDir
  Path folder;

  private LedgerFixture ledgerFixture;
  private JdbcClient jdbc;
  private GroupCommit group;

  @BeforeEach
  void open() {
    ledgerFixture = new LedgerFixture(folder);
    jdbc = JdbcClient.create(ledgerFixture.database.source());
    jdbc.sql("create table note (n integer primary key)").update();
    group = new GroupCommit(ledgerFixture.database.transactions());
  }

  @AfterEach
  void close() {
    ledgerFixture.close();
  }

  @Test
  void oneThatFailsTakesNothingFromTheOthers() {
    var threads = Executors.newFixedThreadPool(16);
    var writes = IntStream.range(0, 400)
        .mapToObj(n -> CompletableFuture.supplyAsync(() -> note(n / 2), threads))
        .toList();

    // Each number is written twice: one of each pair must fail, and only that one.
    assertThat(writes.stream().filter(GroupCommitTest::succeeded)).hasSize(200);
    assertThat(count()).isEqualTo(200);
    threads.shutdown();
  }

  @Test
  void nothingIsDurableBeforeWhatWasHandedOverEarlier() {
    var tooEarly = new ConcurrentLinkedQueue<Integer>();
    var earlier = group.begin(() -> insert(0));
    for (var n = 1; n < 400; n++) {
      var number = n / 2; // every second one fails, and is found out alone
      var before = earlier;
      earlier = group.begin(() -> insert(number));
      var unused = earlier.whenComplete((written, failure) -> {
        if (!before.isDone()) tooEarly.add(number);
      });
    }

    assertThat(succeeded(earlier)).isFalse();
    assertThat(tooEarly).isEmpty();
    assertThat(count()).isEqualTo(200);
  }

  @Test
  void anErrorLeavesNoCallerWaiting() {
    var broken = group.begin(() -> {
      throw new StackOverflowError("broken");
    });
    var beside = group.begin(() -> insert(1)); // in the same group or in the next

    assertThat(succeeded(broken)).isFalse();
    var written = succeeded(beside) ? 1 : 0; // waits for it, so it comes before the count
    assertThat(count()).isEqualTo(written);
    assertThat(note(2)).isOne();
  }

  @Test
  void aFailureReachesItsOwnCaller() {
    note(1);

    assertThatThrownBy(() -> note(1)).hasMessageContaining("note");
  }

  private int note(int n) {
    return group.write(() -> insert(n));
  }

  private int insert(int n) {
    return jdbc.sql("insert into note values (?)").param(n).update();
  }

  private long count() {
    return jdbc.sql("select count(*) from note").query(Long.class).single();
  }

  private static boolean succeeded(CompletableFuture<?> write) {
    return write.handle((written, failure) -> failure == null).join();
  }
}
