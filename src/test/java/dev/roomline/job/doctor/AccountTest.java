package dev.roomline.job.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.Inquiry;
import dev.roomline.endpoint.Inquiry.Away;
import dev.roomline.endpoint.Inquiry.KeyRefused;
import dev.roomline.endpoint.Inquiry.Moved;
import dev.roomline.endpoint.Inquiry.Reply;
import dev.roomline.endpoint.Inquiry.Told;
import dev.roomline.endpoint.Inquiry.Untold;
import dev.roomline.endpoint.Wallet;
import dev.roomline.failure.Exit;
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

/** What is made of answers that the sandbox does not give. */
class AccountTest {
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
  void aQueueThatOthersFillIsTold(long queued, int inFlight, Standing standing) throws Exception {
    var account =
        account(new Untold<>("HTTP 404"), new Told<>(queued), "limits.in-flight=" + inFlight);

    assertThat(account.queue()).extracting(Finding::standing).containsExactly(standing);
  }

  @Test
  void anEnterpriseKeyMayBeUnknownWhereTheAccountIsAsked() throws Exception {
    var account = account(
        new KeyRefused<>("Invalid API key"), new KeyRefused<>("no"), "endpoint.family=enterprise");

    assertThat(account.key(ApiKey.from("k"))).extracting(Finding::exit).containsExactly(Exit.DONE);
  }

  @Test
  void anEndpointWithoutThoseQuestionsLeavesTheKeyUnjudged() throws Exception {
    var account = account(new Untold<>("HTTP 404"), new Untold<>("HTTP 404"));

    assertThat(account.reached().standing()).isEqualTo(Standing.WELL);
    assertThat(account.key(ApiKey.from("k")))
        .extracting(Finding::standing)
        .containsExactly(Standing.LOOK);
    assertThat(account.wallet())
        .extracting(Finding::words)
        .containsExactly("not told here: HTTP 404");
  }

  @Test
  void anAddressThatMovedIsExit2() throws Exception {
    var account = account(new Moved<>("HTTP 301"), new Moved<>("HTTP 301"));

    assertThat(account.reached().exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void oneAnswerOutOfTwoIsEnough() throws Exception {
    var account = account(new Away<>("HTTP 500"), new Told<>(0L));

    assertThat(account.reached().standing()).isEqualTo(Standing.WELL);
    assertThat(account.key(ApiKey.from("k")))
        .extracting(Finding::words)
        .containsExactly("accepted");
  }

  private Account account(Reply<Wallet> wallet, Reply<Long> queue, String... settings)
      throws IOException {
    var command = JobFolder.in(folder, URI.create("http://127.0.0.1:9"))
        .rooms(1)
        .command(false, OptionalLong.empty(), settings);
    return new Account(
        command.sheet(),
        command.counter().endpoint(),
        new Answers(
            new Inquiry<>(wallet, Optional.empty()), new Inquiry<>(queue, Optional.empty())));
  }
}
