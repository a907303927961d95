package dev.roomline.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A monitor receives one line, and an unreachable monitor does no harm. */
class MonitorTest {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ArrayDeque<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      try (exchange) {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.remove(), -1);
      }
    });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void itReceivesOneLine() throws Exception {
    assertThat(new Monitor().notify(at("/s3cret/start"), "nightly: run 1 begins"))
        .isEmpty();

    assertThat(received).containsExactly("POST /s3cret/start nightly: run 1 begins\n");
  }

  @Test
  void itIsSentAgainOnce() throws Exception {
    answers.addAll(List.of(503, 200));

    assertThat(new Monitor().notify(at("/"), "x")).isEmpty();

    assertThat(received).hasSize(2);
  }

  @Test
  void afterTheSecondTimeItIsLeftAlone() throws Exception {
    answers.addAll(List.of(404, 404, 200));

    assertThat(new Monitor().notify(at("/s3cret"), "x")).contains("127.0.0.1 answered HTTP 404");

    assertThat(received).hasSize(2);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    answers.addAll(List.of(302, 302));

    assertThat(new Monitor().notify(at("/"), "x")).contains("127.0.0.1 answered HTTP 302");

    assertThat(received).noneMatch(it -> it.contains("elsewhere"));
  }

  @Test
  void silenceIsBorneUntilTheDeadline() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var address = URI.create("http://127.0.0.1:" + silent.getLocalPort());

      assertThat(new Monitor(Duration.ofMillis(50)).notify(address, "x").orElseThrow())
          .startsWith("127.0.0.1 did not answer within");
    }
  }

  @Test
  void anUnusedPortIsNoException() throws Exception {
    var unusedPort = at("/");
    server.stop(0);

    assertThat(new Monitor().notify(unusedPort, "x")).contains("127.0.0.1 could not be reached");
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
