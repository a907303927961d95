package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the balance, which is free and must delay nothing. */
class WalletTest {
  private final FakeProvider provider = new FakeProvider();

  WalletTest() throws IOException {}

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void theDocumentedAnswerIsRead() throws Exception {
    provider.respondsWith(
        "{\"status\":\"success\",\"data\":{\"balance\":43.6,\"currency\":\"USD\"}}");

    assertThat(wallet()).contains(new Wallet(new Money(43_600_000), "USD"));
    assertThat(provider.paths()).containsExactly("/api/wallet_balance");
    assertThat(provider.requests.get(0).body()).isEqualTo("{\"key\":\"s3cr3t/Key\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"43.6\"", "43.599999999999994", "4.36e1", "43.60"})
  void anAmountMayBeWrittenInManyWays(String balance) throws Exception {
    provider.respondsWith("{\"status\":\"success\",\"data\":{\"balance\":" + balance + "}}");

    assertThat(wallet()).contains(new Wallet(new Money(43_600_000), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"status\":\"error\",\"message\":\"Invalid API key\"}",
        "{\"status\":\"success\",\"data\":{\"balance\":null}}",
        "{\"status\":\"success\",\"data\":{\"balance\":NaN}}",
        "{\"status\":\"success\",\"data\":{\"balance\":1e999999999}}",
        "{\"status\":\"success\",\"data\":{\"balance\":1e-999999999}}",
        "{\"status\":\"success\",\"data\":{\"balance\":\"plenty\"}}"
      })
  void anyOtherAnswerIsNoWallet(String body) throws Exception {
    provider.respondsWith(body);

    assertThat(wallet()).isEmpty();
  }

  @Test
  void anUnusedPortIsNoWallet() throws Exception {
    provider.close();

    assertThat(wallet()).isEmpty();
  }

  private Optional<Wallet> wallet() throws InterruptedException {
    var settings = EndpointSettings.of(provider.base().toString(), null, Duration.ofSeconds(10));
    try (var client = new EndpointClient(settings, ApiKey.from("s3cr3t/Key"))) {
      return client.wallet();
    }
  }
}
