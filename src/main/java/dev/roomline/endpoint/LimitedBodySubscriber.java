package dev.roomline.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads an answer, and closes the connection if it is too large. */
final class LimitedBodySubscriber implements BodySubscriber<byte[]> {

  static final int MAX_BYTES = 10_000_000;

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      if (seen.size() + buffer.remaining() > MAX_BYTES) {
        if (subscription != null) subscription.cancel();
        whole.completeExceptionally(new IOException("the answer is larger than 10 MB"));
        return;
      }
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      seen.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(seen.toByteArray());
  }
}
