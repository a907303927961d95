package dev.roomline.job.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.endpoint.ApiFamily;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.ledger.Run;
import dev.roomline.state.StateFolder;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateSessionTest {
  private static final EndpointSettings SANDBOX = EndpointSettings.sandbox(
      URI.create("http://127.0.0.1:1"), ApiFamily.V5, Duration.ofSeconds(1));
  private static final Run.Job JOB = new Run.Job("nightly", "nightly.yml", "nightly.yml");

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir
  Path folder;

  @Test
  void holdsTheStateUntilItIsClosed() throws Exception {
    var state = new StateFolder(folder);
    try (var session = StateSession.open(state, Duration.ZERO, CLOCK)) {
      assertThat(session.runs().past()).isEmpty();
      assertThat(state.busy()).isTrue();
    }
    assertThat(state.busy()).isFalse();
  }

  @Test
  void freesTheStateWhoseDatabaseCannotBeOpened() throws Exception {
    Files.createDirectory(folder.resolve("roomline.mv.db"));
    var state = new StateFolder(folder);

    assertThatThrownBy(() -> StateSession.open(state, Duration.ZERO, CLOCK))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(state.busy()).isFalse();
  }

  @Test
  void leavesALockToItsOwner() throws Exception {
    var state = new StateFolder(folder);
    try (var lock = state.lock(Duration.ZERO).orElseThrow()) {
      try (var session = StateSession.in(lock, 2, CLOCK)) {
        session.compact();
      }
      assertThat(state.busy()).isTrue();
    }
    assertThat(state.busy()).isFalse();
  }

  @Test
  void handsOutWhatTheDatabaseHolds() throws Exception {
    try (var session = StateSession.open(new StateFolder(folder), Duration.ZERO, CLOCK)) {
      var request = new Run.Request(JOB, "rooms.csv", "i", "r", false);
      var run = session.runs().begin(request, "[]").run();

      assertThat(session.results(run).totals().byStatus()).isEmpty();
      assertThat(session.costs().of(run.number()).bought().renders()).isZero();
      assertThat(session.wallet().of(run.number())).isEmpty();
      assertThat(session.invalidRows(JOB)).isEmpty();
      assertThat(session.renderTimes(SANDBOX).renders(Duration.ofMinutes(1))).isEmpty();
      assertThat(session.ledger(SANDBOX).accepted()).isEmpty();
      assertThat(session.purchases().markOpenClaimsUnsure()).isZero();
    }
  }
}
