package dev.roomline.job.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.report.CommandSummary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plan --probe asks of the hosts of photos, and what it makes of the answers. */
class PhotoUrlChecksTest {
  private static final byte[] PNG =
      "\u0089PNG\r\n\u001A\n and so on".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir
  Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private HttpServer host;
  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.setExecutor(Executors.newCachedThreadPool());
    host.createContext("/", this::answer);
    host.start();
    job = JobFolder.in(folder, URI.create("http://127.0.0.1:9/"))
        .appendToJobFile("pictures: { allow: 127.0.0.1 }\n");
  }

  @AfterEach
  void close() {
    host.stop(0);
  }

  @Test
  void aPhotoThatIsThereIsNoProblem() throws Exception {
    var plan = plan("there.png", "there.png?sig=2");

    assertThat(plan.probeResult()).isEqualTo(new ProbeResult(1, 0, 0, List.of()));
    assertThat(asked).containsExactly("GET /there.png bytes=0-511");
  }

  @Test
  void aPhotoThatIsNotThereIsReportedWithItsRows() throws Exception {
    var plan = plan("there.png", "gone.png", "gone.png?sig=1");

    assertThat(plan.exit()).isEqualTo(ExitCode.TROUBLE);
    assertThat(CommandSummary.of(plan))
        .contains("photos checked:    2, 1 with a problem")
        .contains(
            "row 3 and 1 more: init_image: 127.0.0.1 answered 404; see that the photo opens in"
                + " a browser without a login");
  }

  @Test
  void aLoginPageIsNoPhoto() throws Exception {
    assertThat(plan("login").probeResult().problems())
        .containsExactly("row 2: init_image: the file there is a web page, not a picture;"
            + " replace it with the photo");
  }

  @Test
  void aPrivateAddressIsNotAsked() throws Exception {
    var plan = plan("pictures.allow=nowhere.example", "there.png");

    assertThat(plan.probeResult().missing()).isEqualTo(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsInvalidIsNotAsked() throws Exception {
    job.csv("init_image,prompt\nhttp://127.0.0.1:%d/there.png,\n"
        .formatted(host.getAddress().getPort()));

    assertThat(probe().probeResult()).isEqualTo(ProbeResult.NONE);
  }

  @Test
  void atMostTwoAreAskedOfAHostAtOnce() throws Exception {
    var names = new String[24];
    for (var n = 0; n < names.length; n++) names[n] = "slow" + n + ".png";

    assertThat(plan(names).probeResult().asked()).isEqualTo(24);
    assertThat(mostAtOnce.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void aHostThatDoesNotAnswerIsLeftAlone() throws Exception {
    var names = new String[24];
    for (var n = 0; n < names.length; n++) names[n] = "503-" + n + ".png";

    var probeResult = plan(names).probeResult();

    assertThat(probeResult.asked()).isBetween(5L, 6L);
    assertThat(probeResult.unasked()).isEqualTo(24 - probeResult.asked());
  }

  private PlanReport plan(String... names) throws Exception {
    var text = new StringBuilder("init_image,prompt\n");
    var settings = List.of(names).stream().filter(it -> it.contains("=nowhere")).toList();
    for (var name : names) {
      if (settings.contains(name)) continue;
      text.append("http://127.0.0.1:%d/%s,sofa %d\n"
          .formatted(host.getAddress().getPort(), name, text.length()));
    }
    job.csv(text.toString());
    return probe(settings.toArray(String[]::new));
  }

  private PlanReport probe(String... settings) throws InterruptedException {
    return new Planner(job.command(false, OptionalLong.empty(), settings), true).plan();
  }

  private void answer(HttpExchange call) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    var path = call.getRequestURI().getPath();
    asked.add(
        call.getRequestMethod() + " " + path + " " + call.getRequestHeaders().getFirst("Range"));
    var body = path.equals("/login")
        ? "<!doctype html><html>Log in".getBytes(StandardCharsets.US_ASCII)
        : PNG;
    atOnce.decrementAndGet();
    call.sendResponseHeaders(
        path.equals("/gone.png") ? 404 : path.startsWith("/503") ? 503 : 200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }
}
