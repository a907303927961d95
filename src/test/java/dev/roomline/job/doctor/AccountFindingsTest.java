package dev.roomline.job.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.endpoint.AccountReply;
import dev.roomline.endpoint.AccountReply.Answered;
import dev.roomline.endpoint.AccountReply.KeyRefused;
import dev.roomline.endpoint.AccountReply.Moved;
import dev.roomline.endpoint.AccountReply.NotAnswered;
import dev.roomline.endpoint.AccountReply.Reply;
import dev.roomline.endpoint.AccountReply.Unreachable;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.Wallet;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.doctor.AccountCheck.Answers;
import dev.roomline.job.doctor.Finding.Standing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings from answers that the sandbox does not give. */
class AccountFindingsTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, 5, WELL",
    "1, 4, WELL",
    "1, 5, LOOK",
    "5, 10, LOOK",
    "0, 10, WELL",
    "3, 10, LOOK",
    "9, 20, WELL"
  })
  void aQueueThatOthersFillIsReported(long queued, int inFlight, Standing standing)
      throws Exception {
    var accountFindings = account(
        new NotAnswered<>("HTTP 404"), new Answered<>(queued), "limits.in-flight=" + inFlight);

    assertThat(accountFindings.queue()).extracting(Finding::standing).containsExactly(standing);
  }

  @Test
  void anEnterpriseKeyMayBeUnknownWhereTheAccountIsAsked() throws Exception {
    var accountFindings = account(
        new KeyRefused<>("Invalid API key"), new KeyRefused<>("no"), "endpoint.family=enterprise");

    assertThat(accountFindings.key(ApiKey.from("k")))
        .extracting(Finding::exit)
        .containsExactly(ExitCode.DONE);
  }

  @Test
  void anEndpointWithoutThoseQuestionsLeavesTheKeyUnjudged() throws Exception {
    var accountFindings = account(new NotAnswered<>("HTTP 404"), new NotAnswered<>("HTTP 404"));

    assertThat(accountFindings.reached().standing()).isEqualTo(Standing.WELL);
    assertThat(accountFindings.key(ApiKey.from("k")))
        .extracting(Finding::standing)
        .containsExactly(Standing.LOOK);
    assertThat(accountFindings.wallet())
        .extracting(Finding::words)
        .containsExactly("not available: HTTP 404");
  }

  @Test
  void anAddressThatMovedIsExit2() throws Exception {
    var accountFindings = account(new Moved<>("HTTP 301"), new Moved<>("HTTP 301"));

    assertThat(accountFindings.reached().exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void oneAnswerOutOfTwoIsEnough() throws Exception {
    var accountFindings = account(new Unreachable<>("HTTP 500"), new Answered<>(0L));

    assertThat(accountFindings.reached().standing()).isEqualTo(Standing.WELL);
    assertThat(accountFindings.key(ApiKey.from("k")))
        .extracting(Finding::words)
        .containsExactly("accepted");
  }

  private AccountFindings account(Reply<Wallet> wallet, Reply<Long> queue, String... settings)
      throws IOException {
    var request = JobFolder.in(folder, URI.create("http://127.0.0.1:9"))
        .rooms(1)
        .command(false, OptionalLong.empty(), settings);
    return new AccountFindings(
        request.jobFile(),
        request.access().endpoint(),
        new Answers(
            new AccountReply<>(wallet, Optional.empty()),
            new AccountReply<>(queue, Optional.empty())));
  }
}
