package dev.roomline.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pings a monitor that raises an alarm when no ping arrives. A ping is one line of text; it is
 * repeated once if it did not arrive, and a failure never throws.
 */
public final class Monitor {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int TRIES = 2;

  private final HttpClient http;
  private final Duration deadline;

  public Monitor() {
    this(DEADLINE);
  }

  Monitor(Duration deadline) {
    this.deadline = deadline;
    this.http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(deadline)
        .build();
  }

  /**
   * Posts a line.
   *
   * @return why it did not arrive, without the address, as that may be a secret; empty if it arrived
   */
  public Optional<String> notify(URI address, String line) throws InterruptedException {
    var request = HttpRequest.newBuilder(address)
        .header("Content-Type", "text/plain; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(line + "\n"))
        .build();
    var problem = "";
    for (var tries = 0; tries < TRIES; tries++) {
      problem = post(request);
      if (problem.isEmpty()) return Optional.empty();
    }
    return Optional.of(address.getHost() + " " + problem);
  }

  private String post(HttpRequest request) throws InterruptedException {
    var exchange = http.sendAsync(request, BodyHandlers.discarding());
    try {
      var status = exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return status / 100 == 2 ? "" : "answered HTTP " + status;
    } catch (TimeoutException e) {
      return "did not answer within " + deadline.toSeconds() + " s";
    } catch (ExecutionException e) {
      return e.getCause() instanceof IOException ? "could not be reached" : "could not be called";
    } finally {
      exchange.cancel(true);
    }
  }
}
