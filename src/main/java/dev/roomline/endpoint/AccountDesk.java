package dev.roomline.endpoint;

import dev.roomline.room.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Asks about the account: free, changes nothing, and nothing waits for long because of it. */
final class AccountDesk {
  private static final String WALLET = "/api/wallet_balance";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern AMOUNT =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");
  private static final int MOST_DIGITS = 12;
  private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{1,10}");

  private final URI base;
  private final Bodies bodies;
  private final Wire wire;

  AccountDesk(EndpointSettings settings, Bodies bodies, Wire wire) {
    this.base = settings.base();
    this.bodies = bodies;
    this.wire = wire;
  }

  Optional<Wallet> wallet() throws InterruptedException {
    return wire.ask(URI.create(base + WALLET), bodies.account(), PATIENCE)
        .map(Json::parse)
        .filter(body -> !Drift.text(body.path("status")).equalsIgnoreCase("error"))
        .flatMap(body -> wallet(body.path("data")));
  }

  private static Optional<Wallet> wallet(JsonNode data) {
    var currency = Drift.text(data.path("currency"));
    var named = CURRENCY.matcher(currency).matches() ? currency : "";
    return amount(Drift.text(data.path("balance")))
        .map(amount -> new Wallet(Money.of(amount), named));
  }

  private static Optional<BigDecimal> amount(String text) {
    if (!AMOUNT.matcher(text).matches()) return Optional.empty();
    var amount = new BigDecimal(text);
    // What a large exponent stands for is not written out.
    return amount.precision() - amount.scale() <= MOST_DIGITS
        ? Optional.of(amount)
        : Optional.empty();
  }
}
