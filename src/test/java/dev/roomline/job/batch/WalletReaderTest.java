package dev.roomline.job.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.WalletLog;
import dev.roomline.ledger.WalletReading;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class WalletReaderTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    var settings = SandboxExtension.quick().withWallet(new BigDecimal("10.00"));
    job = JobFolder.in(folder, provider.open(settings)).rooms(1);
  }

  @Test
  void readsWhatIsThere() throws Exception {
    assertThat(read())
        .singleElement()
        .satisfies(it -> assertThat(it.balance()).hasToString("10.00"));
  }

  @Test
  void aLedgerThatFailsIsNotPassedOver() throws Exception {
    change("drop table wallet_reading");

    assertThatThrownBy(this::read).isInstanceOf(DataAccessException.class);
  }

  @Test
  void aRunWhoseLedgerFailsBeforeItBuysSendsNothing() throws Exception {
    change("drop table wallet_reading");

    assertThat(job.run().exit()).isEqualTo(ExitCode.STORAGE);
    assertThat(provider.creates()).isZero();
  }

  @Test
  void aBalanceThatCannotBeStoredDoesNotStopTheRun() throws Exception {
    change("alter table wallet_reading alter column currency varchar(1)");

    assertThat(read()).isEmpty();
  }

  private void change(String sql) throws InterruptedException {
    job.queryState(it -> it.sql(sql).update());
  }

  private List<WalletReading> read() throws InterruptedException {
    var request = job.command(false, OptionalLong.empty());
    var run = new Run(1, false, 0, 0, Instant.EPOCH);
    try (var lock = job.state().lock(Duration.ZERO).orElseThrow();
        var database = lock.open(1);
        var client =
            new EndpointClient(request.access().endpoint(), request.access().key())) {
      var wallet = new WalletReader(request, new WalletLog(database.source()), client, run);
      wallet.before();
      return wallet.readings();
    }
  }
}
