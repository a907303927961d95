package dev.roomline.endpoint;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.RenderTicket;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Requests paid renders over HTTP: one request, one answer. It never retries, as
 * a second request may be paid twice. A failure of network or provider is an outcome, never an
 * exception. Safe for any number of threads; each call blocks its own.
 */
public final class EndpointClient implements AutoCloseable {

  private final URI createUri;
  private final ResponseClassifier classifier;
  private final RequestBodies requestBodies;
  private final FetchUrls fetchUrls;
  private final UploadApi uploads;
  private final AccountApi account;
  private final HttpTransport transport;

  public EndpointClient(EndpointSettings settings, ApiKey key) {
    this(settings, key, HttpConnections.of(settings));
  }

  EndpointClient(EndpointSettings settings, ApiKey key, HttpConnections connections) {
    this.createUri = settings.createUri();
    this.classifier = new ResponseClassifier(settings.family());
    this.requestBodies = new RequestBodies(settings, key);
    this.fetchUrls = new FetchUrls(settings, requestBodies);
    var parser = new ResponseParser(settings.base(), key, Clock.systemUTC());
    this.transport = new HttpTransport(settings.answer(), parser, connections);
    this.uploads = new UploadApi(settings, requestBodies, classifier, transport);
    this.account = new AccountApi(settings, requestBodies, transport);
  }

  /**
   * Asks for one render, once.
   *
   * @throws InterruptedException if the waiting is interrupted: the request may have been sent
   */
  public RenderOutcome create(RenderRequest request) throws InterruptedException {
    String body;
    try {
      body = requestBodies.create(request);
    } catch (JacksonException e) {
      return new Refused(Cause.FIELD, "cannot be written as JSON: " + e.getOriginalMessage());
    }
    return transport.post(createUri, body, classifier::of);
  }

  /** Begins to poll an accepted render; polling is free. */
  public RenderPoll collecting(RenderTicket ticket) {
    return new RenderPoll(ticket, fetchUrls.of(ticket), classifier, transport);
  }

  /**
   * Uploads a photo to the provider, so that renders can use it. This costs nothing and may be repeated.
   *
   * @param mime the true type of the bytes, such as {@code image/jpeg}
   */
  public UploadOutcome upload(byte[] picture, String mime, UploadMethod method)
      throws InterruptedException {
    return uploads.upload(picture, mime, method);
  }

  /** Deletes an uploaded photo at the provider; true if it is not there any more. */
  public boolean delete(String requestId) throws InterruptedException {
    return uploads.delete(requestId);
  }

  /** What the account's wallet holds; empty where the endpoint does not say, or not soon. Free. */
  public Optional<Wallet> wallet() throws InterruptedException {
    return account.wallet().value();
  }

  /** What the account's wallet holds, or why that is not known; at most 5 s. Free. */
  public AccountReply<Wallet> askWallet() throws InterruptedException {
    return account.wallet();
  }

  /** How many of the account's requests the provider has queued, or why not known. Free, 5 s. */
  public AccountReply<Long> askQueue() throws InterruptedException {
    return account.queue();
  }

  /** No call may begin afterwards; one that waits goes on until its time is over. */
  @Override
  public void close() {
    transport.close();
  }
}
