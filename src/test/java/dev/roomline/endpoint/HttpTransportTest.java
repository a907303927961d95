package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.RenderRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a paid request when the network or the server misbehaves. */
class HttpTransportTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTT",
        "nonsense\r\n\r\n",
        OK + "Content-Length: 100\r\n",
        OK + "Content-Length: 100\r\n\r\n{\"status\":\"succ",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"sta\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + "Content-Length: x\r\n\r\n",
        OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b",
        "HTTP/1.1 999 s3cr3t/Key\r\nContent-Length: 0\r\n\r\n"
      })
  void halfAnAnswerMayHaveBeenPaid(String half) throws Exception {
    try (var provider = new RawSocketProvider(client -> RawSocketProvider.write(client, half))) {
      var outcome = create(provider.base(), Duration.ofSeconds(5));

      assertThat(outcome).isInstanceOf(Unsure.class);
      assertThat(((Unsure) outcome).reason()).startsWith("may have been ").doesNotContain("s3cr3t");
      assertThat(provider.requests).hasValue(1);
    }
  }

  @Test
  void aResetAfterTheRequestMayHaveBeenPaid() throws Exception {
    try (var provider = new RawSocketProvider(client -> client.setSoLinger(true, 0))) {
      assertThat(create(provider.base(), Duration.ofSeconds(5))).isInstanceOf(Unsure.class);
      assertThat(provider.requests).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OK, OK + "Content-Length: 100\r\n\r\n{\"status\":"})
  void aStalledServerIsDisconnectedAtTheDeadline(String beginning) throws Exception {
    var hungUp = new CountDownLatch(1);
    try (var provider = new RawSocketProvider(client -> {
      RawSocketProvider.write(client, beginning);
      if (client.getInputStream().read() < 0) hungUp.countDown();
    })) {
      assertThat(create(provider.base(), SHORT))
          .isEqualTo(new Unsure("may have been sent: no complete answer within 0.3s"));
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anAnswerBeyondReasonIsCutOff() throws Exception {
    try (var provider = new RawSocketProvider(client -> {
      RawSocketProvider.write(client, OK + "Content-Length: 20000000\r\n\r\n");
      for (var i = 0; i < 20; i++) RawSocketProvider.write(client, " ".repeat(1_000_000));
    })) {
      assertThat(create(provider.base(), Duration.ofSeconds(5)))
          .isInstanceOfSatisfying(
              Unsure.class, unsure -> assertThat(unsure.reason()).contains("larger than 10 MB"));
    }
  }

  @Test
  void anUnusedPortIsNotSent() throws Exception {
    var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    free.close();

    assertThat(create(URI.create("http://127.0.0.1:" + free.getLocalPort()), SHORT))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void anUnknownHostIsNotSent() throws Exception {
    assertThat(create(URI.create("https://no-such-host.invalid"), Duration.ofSeconds(5)))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void aServerThatIsSilentDuringTheTlsHandshakeIsNotSentTheRequest() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var answered = CompletableFuture.supplyAsync(() -> greet(server, ""));

      assertThat(create(URI.create("https://127.0.0.1:" + server.getLocalPort()), SHORT))
          .isInstanceOf(NotSent.class);
      answered.get().close();
    }
  }

  /** The JDK may have taken the body before it notices: then the safe answer is unsure. */
  @Test
  void aServerThatAnswersTlsInPlainTextNeverSeesTheKeyAndIsNeverBelieved() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var plain = "HTTP/1.1 400 Bad Request\r\n\r\n";
      var received = CompletableFuture.supplyAsync(() -> replyToTheFirstByte(server, plain));

      assertThat(create(URI.create("https://127.0.0.1:" + server.getLocalPort()), SHORT))
          .isInstanceOfAny(NotSent.class, Unsure.class);
      assertThat(received.get())
          .isNotEmpty()
          .doesNotContain(EndpointFixture.KEY.value())
          .doesNotContain("init_image");
    }
  }

  @Test
  void aRedirectIsNeverFollowed() throws Exception {
    try (var provider = new FakeProvider()) {
      provider.respondsWith(302, "", Map.of("Location", provider.base() + "/elsewhere"));

      assertThat(create(provider.base(), SHORT)).isInstanceOf(EndpointUnusable.class);
      assertThat(provider.paths()).containsExactly("/api/v5/interior");
    }
  }

  @Test
  void anInterruptedCallHangsUpAndLetsTheInterruptOut() throws Exception {
    var asked = new CountDownLatch(1);
    var hungUp = new CountDownLatch(1);
    try (var provider = new RawSocketProvider(client -> {
      asked.countDown();
      if (client.getInputStream().read() < 0) hungUp.countDown();
    })) {
      var ended = new CompletableFuture<RenderOutcome>();
      var caller = new Thread(() -> {
        try {
          ended.complete(create(provider.base(), Duration.ofMinutes(1)));
        } catch (InterruptedException e) {
          ended.completeExceptionally(e);
        }
      });
      caller.start();
      asked.await();
      caller.interrupt();

      assertThatThrownBy(() -> ended.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatCannotBeWrittenIsRefusedBeforeSending() throws Exception {
    var endless = new HashMap<String, Object>();
    endless.put("again", endless);
    var room = EndpointFixture.room();
    try (var provider = new FakeProvider();
        var client = client(provider.base(), SHORT)) {
      assertThat(client.create(
              new RenderRequest(room.photo(), room.prompt(), room.parameters(), endless)))
          .isInstanceOf(Refused.class);
      assertThat(provider.requests).isEmpty();
    }
  }

  @Test
  void aThousandCallsMayWaitAtOnce() throws Exception {
    var allHere = new CountDownLatch(1_000);
    try (var provider = new BarrierProvider(allHere);
        var client = client(provider.base(), Duration.ofSeconds(20))) {
      var outcomes = provider.callConcurrently(1_000, () -> client.create(EndpointFixture.room()));

      assertThat(outcomes).hasSize(1_000).allMatch(Rendered.class::isInstance);
    }
  }

  private static EndpointClient client(URI base, Duration answer) {
    return new EndpointClient(
        EndpointFixture.settings(base, ApiFamily.V5, answer), EndpointFixture.KEY);
  }

  private static RenderOutcome create(URI base, Duration answer) throws InterruptedException {
    try (var client = client(base, answer)) {
      return client.create(EndpointFixture.room());
    }
  }

  /** All bytes until the client closed the connection. */
  private static String replyToTheFirstByte(ServerSocket server, String reply) {
    var received = new ByteArrayOutputStream();
    try (var client = server.accept()) {
      received.write(client.getInputStream().read());
      RawSocketProvider.write(client, reply);
      client.getInputStream().transferTo(received);
    } catch (SocketException hungUp) {
      // A reset is fine, too.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  private static Socket greet(ServerSocket server, String reply) {
    try {
      var client = server.accept();
      RawSocketProvider.write(client, reply);
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
