package dev.roomline.endpoint;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.domain.DurationText;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Sends a request once, and distinguishes "not sent" from "sent without an answer". */
final class HttpTransport implements AutoCloseable {

  private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

  static {
    // A connection the server closed while idle makes a paid call unsure; the default is 1200 s.
    if (System.getProperty(KEEP_ALIVE) == null) System.setProperty(KEEP_ALIVE, "2");
  }

  private final ExecutorService workers = Executors.newFixedThreadPool(
      Math.max(2, Runtime.getRuntime().availableProcessors()), DaemonThreads.named("endpoint"));
  private final HttpClient http;
  private final Duration deadline;
  private final ResponseParser reader;

  HttpTransport(EndpointSettings settings, ResponseParser reader) {
    this.deadline = settings.answer();
    this.reader = reader;
    this.http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER) // the body carries the key
        .connectTimeout(settings.connect())
        .executor(workers)
        .build();
  }

  /** The outcome of the answer; {@link NotSent} or {@link Unsure} if there is none. */
  RenderOutcome post(URI to, String json, Function<ProviderResponse, RenderOutcome> classify)
      throws InterruptedException {
    return post(to, json, classify, silence -> silence);
  }

  /** The result of the answer, or of {@link NotSent} or {@link Unsure} if there is none. */
  <T> T post(
      URI to,
      String json,
      Function<ProviderResponse, T> classify,
      Function<RenderOutcome, T> unanswered)
      throws InterruptedException {
    return send(
        to,
        json,
        (response, took) -> classify.apply(reader.read(response, took)),
        unanswered,
        deadline);
  }

  /** The result of a request that changes nothing; {@code classify} gets the answer parsed and raw. */
  <T> T ask(
      URI to,
      String json,
      BiFunction<ProviderResponse, HttpResponse<byte[]>, T> classify,
      Function<RenderOutcome, T> unanswered,
      Duration patience)
      throws InterruptedException {
    return send(
        to,
        json,
        (response, took) -> classify.apply(reader.read(response, took), response),
        unanswered,
        patience);
  }

  private <T> T send(
      URI to,
      String json,
      BiFunction<HttpResponse<byte[]>, Duration, T> classify,
      Function<RenderOutcome, T> unanswered,
      Duration within)
      throws InterruptedException {
    var body = new SendOnceBody(json);
    var request = HttpRequest.newBuilder(to)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .POST(body)
        .build();
    var begun = System.nanoTime();
    var exchange = http.sendAsync(request, head -> new LimitedBodySubscriber());
    try {
      // The JDK's own request timeout stops at the headers; a stalled body would hang for ever.
      var response = exchange.get(within.toNanos(), TimeUnit.NANOSECONDS);
      return classify.apply(response, Duration.ofNanos(System.nanoTime() - begun));
    } catch (TimeoutException e) {
      return unanswered.apply(
          silence(body.withdraw(), "no complete answer within " + DurationText.of(within)));
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      return unanswered.apply(silence(body.withdraw(), describe(cause)));
    } finally {
      body.withdraw(); // a request that timed out must not be charged later
      exchange.cancel(true);
    }
  }

  @Override
  public void close() {
    workers.shutdown();
  }

  private RenderOutcome silence(boolean neverSent, String reason) {
    var message = reader.tidy(reason);
    return neverSent
        ? new NotSent(Cause.UNREACHABLE, "not sent: " + message)
        : new Unsure("may have been sent: " + message);
  }

  private static String describe(Throwable failure) {
    var root = failure;
    while (root.getCause() != null && root.getMessage() == null) root = root.getCause();
    var message = root.getMessage();
    if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
      return "the host name cannot be found; check the network and the address";
    }
    if (message != null && message.contains("received no bytes")) {
      return "the connection was closed before an answer came";
    }
    if (message != null && message.contains("bytes received")) {
      return "the connection was closed in the middle of the answer";
    }
    if (root instanceof ConnectException && message == null) return "the host takes no connection";
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
