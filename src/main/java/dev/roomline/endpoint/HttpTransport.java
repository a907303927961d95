package dev.roomline.endpoint;

import dev.roomline.domain.DurationText;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Unsure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Sends a request once, and distinguishes "not sent" from "sent without an answer". */
final class HttpTransport implements AutoCloseable {
  private final Duration deadline;
  private final ResponseParser reader;
  private final HttpConnections connections;

  HttpTransport(Duration deadline, ResponseParser reader, HttpConnections connections) {
    this.deadline = deadline;
    this.reader = reader;
    this.connections = connections;
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
    return send(to, json, answer -> classify.apply(reader.read(answer)), unanswered, deadline);
  }

  /** The result of a request that changes nothing; {@code classify} gets the answer parsed and raw. */
  <T> T ask(
      URI to,
      String json,
      BiFunction<ProviderResponse, HttpAnswer, T> classify,
      Function<RenderOutcome, T> unanswered,
      Duration patience)
      throws InterruptedException {
    return send(
        to, json, answer -> classify.apply(reader.read(answer), answer), unanswered, patience);
  }

  private <T> T send(
      URI to,
      String json,
      Function<HttpAnswer, T> classify,
      Function<RenderOutcome, T> unanswered,
      Duration within)
      throws InterruptedException {
    try (var call = new HttpCall(connections, within)) {
      try {
        return classify.apply(call.post(to, json, reader::body));
      } catch (IOException e) {
        if (Thread.interrupted()) throw new InterruptedException();
        var reason =
            call.isLate() ? "no complete answer within " + DurationText.of(within) : describe(e);
        return unanswered.apply(silence(!call.begun(), reason));
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }

  private RenderOutcome silence(boolean neverSent, String reason) {
    var message = reader.tidy(reason);
    return neverSent
        ? new NotSent(Cause.UNREACHABLE, "not sent: " + message)
        : new Unsure("may have been sent: " + message);
  }

  private static String describe(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "the host name cannot be found; check the network and the address";
    }
    if (failure instanceof NoHttpResponseException) {
      return "the connection was closed before an answer came";
    }
    if (failure instanceof ConnectionClosedException) {
      return "the connection was closed in the middle of the answer";
    }
    if (failure instanceof ConnectException || failure instanceof SocketTimeoutException) {
      return "the host takes no connection";
    }
    Throwable root = failure;
    while (root.getCause() != null && root.getMessage() == null) root = root.getCause();
    var message = root.getMessage();
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
