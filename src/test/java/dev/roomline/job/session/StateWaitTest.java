package dev.roomline.job.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.status.StatusReader;
import dev.roomline.state.RunStatus;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a query, or another command of a few seconds, uses the state. */
class StateWaitTest {
  @TempDir
  Path folder;

  private final List<String> news = new ArrayList<>();
  private StateFolder state;
  private StateLock query;

  @BeforeEach
  void open() throws InterruptedException {
    state = new StateFolder(folder);
    query = state.lock(Duration.ZERO).orElseThrow();
  }

  @AfterEach
  void close() {
    query.close();
  }

  @Test
  void aRunWaitsForItAndSaysSo() throws Exception {
    start(Duration.ZERO);

    assertThat(news)
        .containsExactly(
            "Another command is using the state " + folder + ". Waiting up to 10 s for it to end.");
  }

  @Test
  void aLongerWaitIsTheOneThatCounts() throws Exception {
    start(Duration.ofMinutes(2));

    assertThat(news.get(0)).endsWith("Waiting up to 120 s for it to end.");
  }

  @Test
  void aShorterWaitDoesNotShortenIt() throws Exception {
    start(Duration.ofSeconds(1));

    assertThat(news.get(0)).endsWith("Waiting up to 10 s for it to end.");
  }

  @Test
  void whatAKilledRunLeftBehindIsNoRun() throws Exception {
    var killed = new ProcessBuilder("true").start();
    killed.waitFor();
    state.runStatusFile().write(new RunStatus(killed.pid(), "nightly.yml", "yesterday", null));

    assertThat(new StatusReader(state).status().live()).isEmpty();
    start(Duration.ZERO);

    assertThat(news.get(0)).startsWith("Another command is using the state");
  }

  @Test
  void aRunIsNotWaitedForUnlessAskedTo() {
    var here = ProcessHandle.current().pid();
    state.runStatusFile().write(new RunStatus(here, "nightly.yml", "today", null));

    assertThatThrownBy(() -> start(Duration.ZERO))
        .isInstanceOfSatisfying(
            StartRefusedException.class, it -> assertThat(it.exit()).isEqualTo(ExitCode.HELD))
        .hasMessageContaining("Another run is using the state")
        .hasMessageContaining("Add --wait 2h");
    assertThat(news).isEmpty();
  }

  /** Takes the state; the query ends once somebody says that he waits. */
  private void start(Duration wait) throws InterruptedException {
    StateAccess.acquire(state, wait, line -> {
          news.add(line);
          query.close();
        })
        .close();
  }
}
