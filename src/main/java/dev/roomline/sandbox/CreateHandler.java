package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.roomline.sandbox.draw.Dice;
import dev.roomline.sandbox.restyle.Palette;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Handles requests that create renders. */
final class CreateHandler {
  private final SandboxContext sandboxContext;
  private final TokenBucket tokenBucket;
  private final SandboxSettings settings;

  CreateHandler(SandboxContext sandboxContext) {
    this.sandboxContext = sandboxContext;
    this.settings = sandboxContext.settings();
    this.tokenBucket = new TokenBucket(settings.requestsPerMinute(), settings.burst());
  }

  void serve(HttpExchange exchange, Family family, byte[] sent) {
    var number = sandboxContext.billingLog().countCreate();
    var body = ProviderMessages.parsed(sent);
    if (body == null) {
      finish(exchange, ProviderMessages.refusal(400, "The body must be a JSON object"));
      return;
    }
    var refusal = refusal(family, body);
    if (refusal != null) finish(exchange, refusal);
    else admit(exchange, Order.read(family, body, sandboxContext.originals()), number);
  }

  private @Nullable Response refusal(Family family, ObjectNode body) {
    var locked = sandboxContext.lock().refusal(family, body);
    if (locked != null) return locked;
    var problem = Order.problem(body);
    if (problem != null) return ProviderMessages.invalid(family, problem);
    return sandboxContext.originals().reachable(body.path("init_image").asString(""))
        ? null
        : ProviderMessages.refusal(200, "Unable to fetch image from provided URL");
  }

  private void admit(HttpExchange exchange, Order order, long number) {
    var busy = busy();
    if (busy != null) {
      sandboxContext.billingLog().refusedBusy();
      finish(exchange, busy);
      return;
    }
    var attempt = sandboxContext.attempts().before(order.fingerprint());
    sandboxContext.billingLog().asked(order);
    var plannedMisbehaviour = sandboxContext.misbehaviourPicker().next(order, number, attempt);
    var refused = plannedMisbehaviour != null
            && plannedMisbehaviour.what().effect instanceof Effect.Refused effect
        ? effect.create().apply(order)
        : sandboxContext.wallet().pay() ? null : ProviderMessages.noCredit();
    if (refused == null) {
      sandboxContext.billingLog().billed(order);
      sell(exchange, order, plannedMisbehaviour, attempt);
    } else {
      sandboxContext.queue().leave();
      finish(exchange, refused);
    }
  }

  private @Nullable Response busy() {
    if (!sandboxContext.queue().enter()) {
      var pause = Math.min(30, Math.max(1, settings.latency().median().toSeconds()));
      return ProviderMessages.tooMany(
          ". Maximum " + settings.queue() + " queued requests allowed.", pause);
    }
    var seconds = tokenBucket.secondsToWait();
    if (seconds == 0) return null;
    sandboxContext.queue().leave();
    return ProviderMessages.tooMany(
        ". Maximum " + settings.requestsPerMinute() + " per minute.", seconds);
  }

  private void sell(
      HttpExchange exchange,
      Order order,
      @Nullable PlannedMisbehaviour plannedMisbehaviour,
      int attempt) {
    var dice = Dice.roll(settings.seed(), order.fingerprint() + "latency", attempt);
    var latency = settings.latency().draw(dice);
    var effect = plannedMisbehaviour == null ? null : plannedMisbehaviour.what().effect;
    if (effect instanceof Effect.Paid paid) latency = paid.latency().apply(latency);
    var sale = sale(order, plannedMisbehaviour, attempt, latency);
    sandboxContext.billingLog().sold(sale);
    if (plannedMisbehaviour != null && plannedMisbehaviour.what().fails())
      sandboxContext.billingLog().failed(order);
    if (effect instanceof Effect.Paid paid) later(exchange, latency, sale, paid.create());
    else if (effect instanceof Effect.Later odd) accept(exchange, sale, odd.create());
    else if (Dice.unit(dice + 1) < settings.processingShare())
      accept(exchange, sale, ProviderMessages::processing);
    else later(exchange, latency, sale, ProviderMessages::success);
  }

  private Sale sale(
      Order order,
      @Nullable PlannedMisbehaviour plannedMisbehaviour,
      int attempt,
      Duration latency) {
    var now = settings.clock().millis();
    var style = Palette.named(PlannedMisbehaviour.without(order.prompt())).slug();
    var picture = new Picture(order.photo(), style, order.seed(attempt), plannedMisbehaviour);
    var millis = (long) Math.ceil(latency.toNanos() / 1e6);
    var step = settings.etaStep().toMillis();
    var eta = Math.round(millis * settings.etaFactor() / step) * step / 1000.0;
    return new Sale(order, new Ticket(picture, now, now + millis), sandboxContext.origin(), eta);
  }

  private void accept(HttpExchange exchange, Sale sale, Function<Sale, Response> words) {
    sandboxContext.billingLog().accepted();
    sandboxContext.queue().leaveAt(sale.ticket().readyAt());
    sandboxContext.billingLog().answers(sale.order());
    finish(exchange, words.apply(sale));
  }

  private void later(
      HttpExchange exchange, Duration latency, Sale sale, Function<Sale, Response> words) {
    sandboxContext.sold().put(String.valueOf(sale.number()), sale.ticket());
    sandboxContext.timer().after(latency, () -> {
      sandboxContext.queue().leave();
      sandboxContext.billingLog().answers(sale.order());
      finish(exchange, words.apply(sale));
    });
  }

  private void finish(HttpExchange exchange, Response response) {
    sandboxContext.billingLog().answered();
    sandboxContext
        .responseSender()
        .bring(exchange, settings.queueErrorsAs200() ? response.in200() : response);
  }
}
