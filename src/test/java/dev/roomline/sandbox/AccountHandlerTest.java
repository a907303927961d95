package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The account's money and queue. */
class AccountHandlerTest {
  private static final String WALLET = "/api/wallet_balance";
  private static final String COUNT = "/api/v6/processing/request_count";

  private SandboxClient sandboxClient;

  @AfterEach
  void close() {
    sandboxClient.sandbox().close();
  }

  @Test
  void eachRenderIsTakenFromTheWallet() throws Exception {
    open(settings("1.00"));

    sandboxClient.create("a");
    sandboxClient.create("b");

    assertThat(balance()).isEqualByComparingTo("0.50");
  }

  @Test
  void anEmptyWalletSellsNothing() throws Exception {
    open(settings("0.30"));

    sandboxClient.create("a");

    assertThat(sandboxClient.create("b").path("message").asString())
        .contains("Insufficient credits");
    assertThat(balance()).isEqualByComparingTo("0.05");
  }

  @Test
  void creditsAreMoney() throws Exception {
    open(settings(null).withCredits(2));

    sandboxClient.create("a");

    assertThat(balance()).isEqualByComparingTo("0.25");
  }

  @Test
  void whatItRefusesIsNotTaken() throws Exception {
    open(settings("1.00"));

    sandboxClient.create("[sandbox model]");

    assertThat(balance()).isEqualByComparingTo("1.00");
  }

  @Test
  void moneyMayBeWithdrawnWithoutARender() throws Exception {
    open(settings("1.00"));

    sandboxClient.post("/sandbox/wallet", SandboxClient.json("{\"take\":1}"));

    assertThat(balance()).isEqualByComparingTo("0.75");
  }

  @Test
  void itCountsWhatIsInTheQueue() throws Exception {
    open(settings(null).withProcessingShare(1).withLatency(Latency.of(Duration.ofMinutes(1))));

    sandboxClient.create("a");
    sandboxClient.create("b");

    assertThat(ask(COUNT).path("processing_count").asInt()).isEqualTo(2);
  }

  @Test
  void countingTooOftenIsRefused() throws Exception {
    open(settings(null));
    for (var n = 0; n < 30; n++) ask(COUNT);

    assertThat(sandboxClient.post(COUNT, SandboxClient.json("{}")).statusCode()).isEqualTo(429);
  }

  @Test
  void theAccountIsTheKeysAlone() throws Exception {
    open(settings(null).withKey("right"));

    assertThat(sandboxClient
            .post(WALLET, SandboxClient.json("{\"key\":\"wrong\"}"))
            .statusCode())
        .isEqualTo(401);
  }

  private void open(SandboxSettings settings) throws Exception {
    sandboxClient = SandboxClient.at(settings);
  }

  private static SandboxSettings settings(String wallet) {
    return SandboxClient.quick()
        .withPictureSize(96)
        .withPrice(new BigDecimal("0.25"))
        .withWallet(wallet == null ? null : new BigDecimal(wallet));
  }

  private BigDecimal balance() {
    return ask(WALLET).path("data").path("balance").decimalValue();
  }

  private JsonNode ask(String path) {
    return SandboxClient.json(sandboxClient.post(path, SandboxClient.json("{\"key\":\"any\"}")));
  }
}
