package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** The body cannot be sent twice, even if the HTTP client repeats a request by itself. */
class SendOnceBodyTest {

  private final SendOnceBody body = new SendOnceBody("{}");

  @Test
  void leavesOnce() {
    assertThat(sent(body).join()).isEqualTo("{}");
    assertThatThrownBy(() -> sent(body).join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("sent only once");
  }

  @Test
  void onceItHasLeftItCannotBeWithdrawn() {
    sent(body).join();

    assertThat(body.withdraw()).isFalse();
  }

  @Test
  void onceWithdrawnItNeverLeaves() {
    assertThat(body.withdraw()).isTrue();

    assertThat(sent(body)).isCompletedExceptionally();
  }

  private static CompletableFuture<String> sent(SendOnceBody body) {
    var received = BodySubscribers.ofString(StandardCharsets.UTF_8);
    body.subscribe(new Subscriber<>() {
      @Override
      public void onSubscribe(Subscription subscription) {
        received.onSubscribe(subscription);
      }

      @Override
      public void onNext(ByteBuffer bytes) {
        received.onNext(List.of(bytes));
      }

      @Override
      public void onError(Throwable failure) {
        received.onError(failure);
      }

      @Override
      public void onComplete() {
        received.onComplete();
      }
    });
    return received.getBody().toCompletableFuture();
  }
}
