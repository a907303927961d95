package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.roomline.sandbox.draw.Dice;
import dev.roomline.sandbox.restyle.Palette;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where renders are ordered and paid. */
final class CreateDesk {
  private final Shop shop;
  private final Pace pace;
  private final SandboxSettings settings;

  CreateDesk(Shop shop) {
    this.shop = shop;
    this.settings = shop.settings();
    this.pace = new Pace(settings.requestsPerMinute(), settings.burst());
  }

  void serve(HttpExchange exchange, Family family, byte[] sent) {
    var number = shop.books().came();
    var body = Words.parsed(sent);
    if (body == null) {
      finish(exchange, Words.refusal(400, "The body must be a JSON object"));
      return;
    }
    var refusal = refusal(family, body);
    if (refusal != null) finish(exchange, refusal);
    else admit(exchange, Order.read(family, body, shop.originals()), number);
  }

  private @Nullable Answer refusal(Family family, ObjectNode body) {
    var locked = shop.lock().refusal(family, body);
    if (locked != null) return locked;
    var problem = Order.problem(body);
    if (problem != null) return Words.invalid(family, problem);
    return shop.originals().reachable(body.path("init_image").asString(""))
        ? null
        : Words.refusal(200, "Unable to fetch image from provided URL");
  }

  private void admit(HttpExchange exchange, Order order, long number) {
    var busy = busy();
    if (busy != null) {
      shop.books().refusedBusy();
      finish(exchange, busy);
      return;
    }
    var attempt = shop.attempts().before(order.fingerprint());
    shop.books().asked(order);
    var script = shop.misdeeds().next(order, number, attempt);
    var refused = script != null && script.what().effect instanceof Effect.Refused effect
        ? effect.create().apply(order)
        : shop.wallet().pay() ? null : Words.noCredit();
    if (refused == null) {
      shop.books().billed(order);
      sell(exchange, order, script, attempt);
    } else {
      shop.queue().leave();
      finish(exchange, refused);
    }
  }

  private @Nullable Answer busy() {
    if (!shop.queue().enter()) {
      var pause = Math.min(30, Math.max(1, settings.latency().median().toSeconds()));
      return Words.tooMany(". Maximum " + settings.queue() + " queued requests allowed.", pause);
    }
    var seconds = pace.secondsToWait();
    if (seconds == 0) return null;
    shop.queue().leave();
    return Words.tooMany(". Maximum " + settings.requestsPerMinute() + " per minute.", seconds);
  }

  private void sell(HttpExchange exchange, Order order, @Nullable Script script, int attempt) {
    var dice = Dice.roll(settings.seed(), order.fingerprint() + "latency", attempt);
    var latency = settings.latency().draw(dice);
    var effect = script == null ? null : script.what().effect;
    if (effect instanceof Effect.Paid paid) latency = paid.latency().apply(latency);
    var sale = sale(order, script, attempt, latency);
    shop.books().sold(sale);
    if (script != null && script.what().fails()) shop.books().failed(order);
    if (effect instanceof Effect.Paid paid) later(exchange, latency, sale, paid.create());
    else if (effect instanceof Effect.Later odd) accept(exchange, sale, odd.create());
    else if (Dice.unit(dice + 1) < settings.processingShare())
      accept(exchange, sale, Words::processing);
    else later(exchange, latency, sale, Words::success);
  }

  private Sale sale(Order order, @Nullable Script script, int attempt, Duration latency) {
    var now = settings.clock().millis();
    var style = Palette.named(Script.without(order.prompt())).slug();
    var picture = new Picture(order.photo(), style, order.seed(attempt), script);
    var millis = (long) Math.ceil(latency.toNanos() / 1e6);
    var step = settings.etaStep().toMillis();
    var eta = Math.round(millis * settings.etaFactor() / step) * step / 1000.0;
    return new Sale(order, new Ticket(picture, now, now + millis), shop.origin(), eta);
  }

  private void accept(HttpExchange exchange, Sale sale, Function<Sale, Answer> words) {
    shop.books().accepted();
    shop.queue().leaveAt(sale.ticket().readyAt());
    shop.books().answers(sale.order());
    finish(exchange, words.apply(sale));
  }

  private void later(
      HttpExchange exchange, Duration latency, Sale sale, Function<Sale, Answer> words) {
    shop.sold().put(String.valueOf(sale.number()), sale.ticket());
    shop.timer().after(latency, () -> {
      shop.queue().leave();
      shop.books().answers(sale.order());
      finish(exchange, words.apply(sale));
    });
  }

  private void finish(HttpExchange exchange, Answer answer) {
    shop.books().answered();
    shop.courier().bring(exchange, settings.queueErrorsAs200() ? answer.in200() : answer);
  }
}
