package dev.roomline.endpoint;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.endpoint.Inquiry.Away;
import dev.roomline.endpoint.Inquiry.KeyRefused;
import dev.roomline.endpoint.Inquiry.Moved;
import dev.roomline.endpoint.Inquiry.Reply;
import dev.roomline.endpoint.Inquiry.Told;
import dev.roomline.endpoint.Inquiry.Untold;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Asks about the account: free, changes nothing, and nothing waits for long because of it. */
final class AccountDesk {
  private static final String WALLET = "/api/wallet_balance";
  private static final String QUEUE = "/api/v6/processing/request_count";
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

  Inquiry<Wallet> wallet() throws InterruptedException {
    return ask(WALLET, body -> wallet(body.path("data")));
  }

  Inquiry<Long> queue() throws InterruptedException {
    return ask(
        QUEUE,
        body -> Optional.ofNullable(Drift.whole(body.path("processing_count")))
            .filter(count -> count >= 0));
  }

  private <T> Inquiry<T> ask(String path, Function<JsonNode, Optional<T>> read)
      throws InterruptedException {
    return wire.ask(
        URI.create(base + path),
        bodies.account(),
        (answer, response) -> {
          var body = Json.parse(new String(response.body(), StandardCharsets.UTF_8));
          var told = answer.httpIs(2) && !answer.is("error") && body != null
              ? read.apply(body)
              : Optional.<T>empty();
          return new Inquiry<>(
              told.<Reply<T>>map(Told::new).orElseGet(() -> untold(answer)),
              date(response.headers()));
        },
        silence -> new Inquiry<>(new Away<>(words(silence)), Optional.empty()),
        PATIENCE);
  }

  private static <T> Reply<T> untold(Answer answer) {
    if (answer.httpIs(3)) {
      var to = answer.hints().location();
      return new Moved<>("HTTP " + answer.http() + (to == null ? "" : ": moved to " + to));
    }
    if (answer.http() == 401 || answer.complains(Phrases.KEY)) {
      return new KeyRefused<>(answer.reason());
    }
    return answer.http() >= 500 ? new Away<>(answer.reason()) : new Untold<>(answer.reason());
  }

  /** Whether it was sent does not matter here. */
  private static String words(RenderOutcome silence) {
    if (silence instanceof NotSent none) {
      return none.reason().replaceFirst("^not sent", "no connection");
    }
    return silence instanceof Unsure unsure
        ? unsure.reason().replaceFirst("^may have been sent: ", "")
        : "no answer";
  }

  private static Optional<Instant> date(HttpHeaders headers) {
    try {
      return headers
          .firstValue("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(ZonedDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
