package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * States that the release of commit a2a5dfb wrote. One job had six rows and finished; it was given
 * thirteen more and killed. At the kill three requests had no answer and one render was accepted;
 * four rows were not paid for: three had not been sent, one was refused because of its photo's link.
 */
class EarlierStatesTest {
  /** The endpoint's name is a part of each render's key. */
  private static final int PORT = 18645;

  /** Two days after the kill: the links of the uploaded photos have ended. */
  private static final Clock LATER = Clock.offset(
      Clock.systemUTC(),
      Duration.between(Clock.systemUTC().instant(), Instant.parse("2026-11-29T23:00:00Z")));

  private static final String ENDED = """
      select count(*) from %s where end_time is null
        or status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
      """;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  @BeforeEach
  void open() throws IOException {
    provider.open(SandboxExtension.quick()
        .withPort(PORT)
        .withPictureSize(16)
        .withLatency(Latency.of(Duration.ofMillis(200)))
        .withPrice(new BigDecimal("0.02"))
        .withClock(LATER));
  }

  @Test
  void nothingOfAFinishedRunIsBoughtAgain() throws Exception {
    var state = EarlierState.copy("finished", folder, LATER);

    var report = state.run();

    assertThat(report.run()).isEqualTo(2);
    assertThat(provider.creates()).isZero();
    assertThat(provider.count("uploads")).isZero();
    assertThat(state.results()).isEqualTo(state.expected("expected.csv"));
  }

  @Test
  void onlyWhatAKilledRunHadNotPaidForIsBought() throws Exception {
    var state = EarlierState.copy("killed", folder, LATER);

    var report = state.run();

    assertThat(report.run()).isEqualTo(3);
    assertThat(report.unsureRows()).containsExactly(14L, 16L, 17L);
    assertThat(provider.creates()).isEqualTo(4);
    assertThat(provider.count("fetches")).isEqualTo(1);
    assertThat(comparable(state.results())).isEqualTo(comparable(state.expected("expected.csv")));
  }

  @Test
  void aKilledRunIsGoneOnWithWhereItLies() throws Exception {
    var state = EarlierState.copy("killed", folder, LATER);
    state.recordThisFolder();

    var report = state.run();

    assertThat(report.run()).isEqualTo(2);
    assertThat(report.unsureRows()).containsExactly(14L, 16L, 17L);
    assertThat(provider.creates()).isEqualTo(3);
    assertThat(comparable(state.results()))
        .isEqualTo(comparable(state.expected("expected-continued.csv")));
  }

  @Test
  void whatTheKillLeftStartedIsEnded() throws Exception {
    var state = EarlierState.copy("killed", folder, LATER);
    assertThat(left(state, "batch_job_execution")).isEqualTo(1);
    assertThat(left(state, "batch_step_execution")).isEqualTo(1);

    state.run();

    assertThat(left(state, "batch_job_execution")).isZero();
    assertThat(left(state, "batch_step_execution")).isZero();
  }

  @Test
  void aSecondRunBuysNothingMore() throws Exception {
    var state = EarlierState.copy("killed", folder, LATER);
    state.run();
    var creates = provider.creates();

    state.run();

    assertThat(provider.creates()).isEqualTo(creates);
    assertThat(provider.billedTwice()).isEmpty();
  }

  private static int left(EarlierState state, String table) {
    return state.openDatabase().sql(ENDED.formatted(table)).query(Integer.class).single();
  }

  /** Without the times, and without what the sandbox draws by lot for a new purchase. */
  private static List<Map<String, String>> comparable(List<Map<String, String>> results) {
    return results.stream().map(EarlierStatesTest::comparable).toList();
  }

  private static Map<String, String> comparable(Map<String, String> line) {
    var comparable = new HashMap<>(line);
    comparable.computeIfPresent("rendered_at", (name, at) -> at.isEmpty() ? "" : "some time");
    if (line.get("paid").equals("bought")) {
      comparable.computeIfPresent("request_id", (name, id) -> "some id");
      comparable.computeIfPresent(
          "meta",
          (name, meta) ->
              meta.replaceAll("\"(init_image|file_prefix)\":\"[^\"]*\"", "\"$1\":\"\""));
    }
    return comparable;
  }
}
