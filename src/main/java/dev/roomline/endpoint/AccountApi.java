package dev.roomline.endpoint;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.endpoint.AccountReply.Answered;
import dev.roomline.endpoint.AccountReply.KeyRefused;
import dev.roomline.endpoint.AccountReply.Moved;
import dev.roomline.endpoint.AccountReply.NotAnswered;
import dev.roomline.endpoint.AccountReply.Reply;
import dev.roomline.endpoint.AccountReply.Unreachable;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Asks for balance and queue of the account. Free, changes nothing, with a short time limit. */
final class AccountApi {
  private static final String WALLET = "/api/wallet_balance";
  private static final String QUEUE = "/api/v6/processing/request_count";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern AMOUNT =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");
  private static final int MOST_DIGITS = 12;
  private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{1,10}");

  private final URI base;
  private final RequestBodies requestBodies;
  private final HttpTransport transport;

  AccountApi(EndpointSettings settings, RequestBodies requestBodies, HttpTransport transport) {
    this.base = settings.base();
    this.requestBodies = requestBodies;
    this.transport = transport;
  }

  AccountReply<Wallet> wallet() throws InterruptedException {
    return ask(WALLET, body -> wallet(body.path("data")));
  }

  AccountReply<Long> queue() throws InterruptedException {
    return ask(
        QUEUE,
        body -> Optional.ofNullable(LenientJson.whole(body.path("processing_count")))
            .filter(count -> count >= 0));
  }

  private <T> AccountReply<T> ask(String path, Function<JsonNode, Optional<T>> read)
      throws InterruptedException {
    return transport.ask(
        URI.create(base + path),
        requestBodies.account(),
        (answer, received) -> {
          var value = answer.httpIs(2) && !answer.is("error")
              ? read.apply(received.body().fields())
              : Optional.<T>empty();
          return new AccountReply<>(
              value.<Reply<T>>map(Answered::new).orElseGet(() -> notAnswered(answer)),
              date(received.headers()));
        },
        silence -> new AccountReply<>(new Unreachable<>(reason(silence)), Optional.empty()),
        PATIENCE);
  }

  private static <T> Reply<T> notAnswered(ProviderResponse answer) {
    if (answer.httpIs(3)) {
      var to = answer.hints().location();
      return new Moved<>("HTTP " + answer.http() + (to == null ? "" : ": moved to " + to));
    }
    if (answer.http() == 401 || answer.complains(ProviderPhrases.KEY)) {
      return new KeyRefused<>(answer.reason());
    }
    return answer.http() >= 500
        ? new Unreachable<>(answer.reason())
        : new NotAnswered<>(answer.reason());
  }

  /** Whether it was sent does not matter here. */
  private static String reason(RenderOutcome silence) {
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
    var currency = LenientJson.text(data.path("currency"));
    var named = CURRENCY.matcher(currency).matches() ? currency : "";
    return amount(LenientJson.text(data.path("balance")))
        .map(amount -> new Wallet(Money.of(amount), named));
  }

  private static Optional<BigDecimal> amount(String text) {
    if (!AMOUNT.matcher(text).matches()) return Optional.empty();
    var amount = new BigDecimal(text);
    // A large exponent would fill the memory when written out.
    return amount.precision() - amount.scale() <= MOST_DIGITS
        ? Optional.of(amount)
        : Optional.empty();
  }
}
