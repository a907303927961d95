package dev.roomline.endpoint;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request body that is sent at most once, even if the HTTP client repeats the request. */
final class SendOnceBody implements BodyPublisher {

  private final BodyPublisher content;
  private final AtomicBoolean taken = new AtomicBoolean();

  SendOnceBody(String content) {
    this.content = BodyPublishers.ofString(content);
  }

  /** Prevents sending; true if no byte was sent. */
  boolean withdraw() {
    return taken.compareAndSet(false, true);
  }

  @Override
  public long contentLength() {
    return content.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (taken.compareAndSet(false, true)) {
      content.subscribe(subscriber);
    } else {
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(new IOException("a paid request is sent only once"));
    }
  }

  private static final class Nothing implements Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
