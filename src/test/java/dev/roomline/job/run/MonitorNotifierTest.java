package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a monitor receives from a run. */
class MonitorNotifierTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer monitor;
  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    monitor.createContext("/", exchange -> {
      try (exchange) {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(exchange.getRequestURI() + " " + body.strip());
        exchange.sendResponseHeaders(200, -1);
      }
    });
    monitor.start();
    var base = "http://127.0.0.1:" + monitor.getAddress().getPort();
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()))
        .appendToJobFile("ping: { start: %s/start, success: %s, failure: %s/fail }\n"
            .formatted(base, base, base));
  }

  @AfterEach
  void close() {
    monitor.stop(0);
  }

  @Test
  void aFinishedRunIsReported() throws Exception {
    job.rooms(2).run();

    assertThat(received)
        .containsExactly("/start nightly: run 1 begins", "/ nightly: exit 0, run 1: 2 rendered");
  }

  @Test
  void aNightThatLeftSomethingToDoIsAFailure() throws Exception {
    job.prompts("sofa", "[sandbox content]").run();

    assertThat(received)
        .containsExactly(
            "/start nightly: run 1 begins", "/fail nightly: exit 3, run 1: 1 rendered, 1 refused");
  }

  @Test
  void aRunThatCannotStartIsAFailure() throws Exception {
    job.csv("room\nkitchen\n");

    assertThat(catchThrowable(job::run)).isInstanceOf(InvalidInputException.class);

    assertThat(received).containsExactly("/fail nightly: exit 2, no results");
  }

  @Test
  void aMonitorThatIsNotThereFailsNothing() throws Exception {
    monitor.stop(0);

    assertThat(job.rooms(1).run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.messages())
        .contains(
            "ping.start: 127.0.0.1 could not be reached; the run is not affected",
            "ping.success: 127.0.0.1 could not be reached; the run is not affected");
  }
}
