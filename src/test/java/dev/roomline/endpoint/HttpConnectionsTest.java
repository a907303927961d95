package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Rendered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

/** A paid request meets no connection that is about to end, and no answer to another. */
class HttpConnectionsTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private static final Duration MOMENT = Duration.ofMillis(1);

  /** Long enough for early words to arrive; a call waits only if there are none. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** As after a keep-alive of 1 s, or of Node's 5 s: the end crosses the next request on its way. */
  @Test
  void aServerThatClosesKeptConnectionsUnderRequestsMakesNoneUnsure() throws Exception {
    try (var provider = new ConnectionProvider((it, client) -> {
          it.request(client);
          ConnectionProvider.answer(client, it.requests.get());
          it.request(client);
        });
        var client = client(provider.base())) {
      assertThat(ids(client, 4)).containsExactly("1", "2", "3", "4");
      assertThat(provider.connections).hasValue(4);
    }
  }

  @Test
  void anExtraAnswerIsNotTheNextRequests() throws Exception {
    try (var provider = new ConnectionProvider((it, client) -> {
          it.request(client);
          ConnectionProvider.answer(client, it.requests.get());
          ConnectionProvider.answer(client, 99);
          it.request(client);
          ConnectionProvider.answer(client, it.requests.get());
        });
        var client = client(provider.base())) {
      assertThat(ids(client, 3)).containsExactly("1", "2", "3");
    }
  }

  /** A longer body than announced: its rest looks like an answer. */
  @Test
  void theRestOfABodyIsNotTheNextRequestsAnswer() throws Exception {
    try (var provider = new ConnectionProvider((it, client) -> {
          it.request(client);
          var body = ConnectionProvider.body(it.requests.get());
          var rest = "HTTP/1.1 200 OK\r\nContent-Length: 54\r\n\r\n" + ConnectionProvider.body(99);
          var head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
          ConnectionProvider.write(client, head + body + rest);
          it.request(client);
        });
        var client = client(provider.base())) {
      assertThat(ids(client, 2)).containsExactly("1", "2");
    }
  }

  @Test
  void anAnswerThatCameBeforeItsRequestIsNone() throws Exception {
    var hungUp = new CountDownLatch(1);
    try (var provider = new ConnectionProvider((it, client) -> {
          ConnectionProvider.answer(client, 99);
          try {
            it.request(client);
          } finally {
            hungUp.countDown();
          }
        });
        var client = client(provider.base(), new Names(), LOOK)) {
      assertThat(client.create(EndpointFixture.room()))
          .isInstanceOfSatisfying(
              NotSent.class, it -> assertThat(it.reason()).contains("before the request"));
      hungUp.await();
      assertThat(provider.requests).hasValue(0);
    }
  }

  /** Such as a load balancer that turns connections away. */
  @Test
  void aConnectionThatIsClosedAtOnceIsNotSentTheRequest() throws Exception {
    try (var provider = new ConnectionProvider((it, client) -> {});
        var client = client(provider.base(), new Names(), LOOK)) {
      assertThat(client.create(EndpointFixture.room())).isInstanceOf(NotSent.class);
      assertThat(provider.requests).hasValue(0);
    }
  }

  @Test
  void aConnectionThatIsHalfClosedAtOnceIsNotSentTheRequest() throws Exception {
    try (var provider = new ConnectionProvider((it, client) -> {
          client.shutdownOutput();
          it.request(client);
        });
        var client = client(provider.base(), new Names(), LOOK)) {
      assertThat(client.create(EndpointFixture.room())).isInstanceOf(NotSent.class);
      assertThat(provider.requests).hasValue(0);
    }
  }

  @Test
  void anAnswerThatEndsWithHalfTheConnectionIsWhole() throws Exception {
    try (var provider = new ConnectionProvider((it, client) -> {
          it.request(client);
          ConnectionProvider.write(client, "HTTP/1.1 200 OK\r\n\r\n" + ConnectionProvider.body(1));
          client.shutdownOutput();
          it.request(client);
        });
        var client = client(provider.base())) {
      assertThat(ids(client, 1)).containsExactly("1");
    }
  }

  @Test
  void theNextAddressIsTriedIfTheFirstRefuses() throws Exception {
    var names = new Names("127.0.0.2", "127.0.0.3", "127.0.0.1");
    try (var provider = new ConnectionProvider(HttpConnectionsTest::serve);
        var client = client(named(provider.port()), names, MOMENT)) {
      assertThat(ids(client, 2)).containsExactly("1", "2");
    }
  }

  @Test
  void theNextAddressIsTriedIfTheFirstDoesNotAnswer() throws Exception {
    try (var provider = new ConnectionProvider(HttpConnectionsTest::serve);
        var silent = new SilentAddress("127.0.0.2", provider.port());
        var client = client(named(provider.port()), new Names("127.0.0.2", "127.0.0.1"), MOMENT)) {
      var begun = System.nanoTime();
      assertThat(ids(client, 1)).containsExactly("1");
      var first = System.nanoTime() - begun;

      assertThat(ids(client, 1)).containsExactly("2");

      var second = System.nanoTime() - begun - first;
      assertThat(Duration.ofNanos(first)).isGreaterThan(SilentAddress.CONNECT);
      assertThat(Duration.ofNanos(second))
          .as("the address that connected is tried first from then on")
          .isLessThan(SilentAddress.CONNECT);
      assertThat(silent.isFull()).isTrue();
    }
  }

  @Test
  void nothingIsSentIfNoAddressConnects() throws Exception {
    var names = new Names("127.0.0.2", "127.0.0.3");
    try (var provider = new ConnectionProvider(HttpConnectionsTest::serve);
        var client = client(named(provider.port()), names, MOMENT)) {
      assertThat(client.create(EndpointFixture.room())).isInstanceOf(NotSent.class);
      assertThat(provider.connections).hasValue(0);
    }
  }

  @Test
  void localhostConnectsWhicheverOfItsAddressesIsServed() throws Exception {
    try (var provider = new ConnectionProvider(HttpConnectionsTest::serve);
        var client = client(
            URI.create("http://localhost:" + provider.port()),
            new Names("::1", "127.0.0.1"),
            MOMENT)) {
      assertThat(ids(client, 1)).containsExactly("1");
    }
  }

  /** A dead address costs 10 s at most, and twenty of them no more than 30 s. */
  @Test
  void manyAddressesShareTheTimeToConnect() {
    try (var connections = new HttpConnections(LONG, new Names(), LOOK)) {
      assertThat(connections.connectMillis(1)).isEqualTo(10_000);
      assertThat(connections.connectMillis(3)).isEqualTo(10_000);
      assertThat(connections.connectMillis(20)).isEqualTo(1_500);
    }
  }

  private static void serve(ConnectionProvider provider, Socket client) throws IOException {
    provider.request(client);
    ConnectionProvider.answer(client, provider.requests.get());
  }

  private static List<String> ids(EndpointClient client, int count) throws InterruptedException {
    var ids = new ArrayList<String>();
    for (var n = 0; n < count; n++) {
      var outcome = client.create(EndpointFixture.room());
      assertThat(outcome).as("%s", outcome).isInstanceOf(Rendered.class);
      ids.add(id(outcome));
    }
    return ids;
  }

  private static String id(RenderOutcome outcome) {
    return String.valueOf(((Rendered) outcome).render().requestId());
  }

  /** A name that only these tests know; plain http is for loopback alone. */
  private static URI named(int port) {
    return URI.create("http://localhost:" + port);
  }

  private static EndpointClient client(URI base) {
    return client(base, new Names("127.0.0.1"), MOMENT);
  }

  private static EndpointClient client(URI base, DnsResolver names, Duration look) {
    return new EndpointClient(
        EndpointFixture.settings(base, ApiFamily.V5, LONG),
        EndpointFixture.KEY,
        new HttpConnections(SilentAddress.CONNECT, names, look));
  }

  /** Knows one name. */
  private record Names(String... addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var found = new CopyOnWriteArrayList<InetAddress>();
      for (var address : addresses.length == 0 ? new String[] {host} : addresses) {
        found.add(InetAddress.getByName(address));
      }
      return found.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /** An address that neither takes nor refuses a connection, as behind a firewall. */
  private static final class SilentAddress implements AutoCloseable {
    static final Duration CONNECT = Duration.ofMillis(700);

    private final List<Socket> waiting = new ArrayList<>();
    private final ServerSocket server;

    SilentAddress(String address, int port) throws IOException {
      server = new ServerSocket(port, 1, InetAddress.getByName(address));
      for (var n = 0; n < 2; n++) {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(address, port), 5_000);
        waiting.add(socket);
      }
    }

    boolean isFull() {
      return waiting.stream().allMatch(Socket::isConnected);
    }

    @Override
    public void close() throws IOException {
      for (var socket : waiting) socket.close();
      server.close();
    }
  }
}
