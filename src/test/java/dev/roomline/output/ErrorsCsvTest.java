package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.ResultStatus;
import dev.roomline.job.JobFolder;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.run.RunStarter;
import dev.roomline.job.run.StopRequest;
import dev.roomline.job.session.JobRequest;
import dev.roomline.render.limits.RetryDelays;
import dev.roomline.results.Remedies;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code errors.csv} says about lines that are not rendered, and that it can be run again. */
class ErrorsCsvTest {
  private static final String OURS = "row,status,cause,error,advice,billed,variant,style";

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  @ParameterizedTest(name = "{1} is {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      200 | {"status":"failed","id":"","message":"Failed, Try Again"} | failed | generation | perhaps
      200 | {"status":"error","message":"Invalid Api Key","tip":"1. 2. 3. 4."} | not-bought | key | no
      401 | {"status":"error","message":"API key required"} | not-bought | key | no
      200 | {"status":"error","message":"Rate limit exceeded","tips":"same request sent several times"} | not-bought | repeated | no
      429 | {"status":"error","message":"Rate limit exceeded. Maximum 5 queued requests allowed."} | not-bought | busy | no
      200 | {"status":"error","message":"Your monthly limit exceeded"} | not-bought | quota | no
      402 | {"status":"error","message":"Insufficient credits. Please add more credits to continue."} | not-bought | credit | no
      403 | {"status":"error","message":"This feature requires a premium subscription"} | not-bought | plan | no
      200 | {"status":"error","message":{"prompt":["The prompt field is required."]}} | refused | field | no
      400 | {"status":"error","message":"guidance_scale must be between 1 and 20"} | refused | field | no
      200 | {"status":"error","message":"Model id not found"} | refused | model | no
      200 | {"status":"error","message":"Unable to fetch image from provided URL"} | refused | photo | no
      500 | {"status":"error","message":"Internal server error. Please try again."} | unsure | server | perhaps
      503 | {"status":"error","message":"Service temporarily unavailable."} | not-bought | unavailable | no
      200 | {"status":"failed","id":7,"message":"Processing failed: x"} | failed | generation | perhaps
      404 | {"status":"error","message":"Route not found"} | not-bought | address | no
      200 | {"status":"error","message":"Never heard"} | refused | other | no
      """)
  void everyTextOfTheProviderEndsInItsCause(
      int http, String body, String status, String cause, String billed) throws Exception {
    var parrot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    parrot.createContext("/", exchange -> {
      try (exchange) {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(http, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    });
    parrot.start();
    try {
      var job = JobFolder.in(
          folder, URI.create("http://127.0.0.1:" + parrot.getAddress().getPort()));
      impatient(job.prompts("sofa"));

      var line = errors(job).get(0);
      assertThat(line.get("status")).isEqualTo(status);
      assertThat(line.get("cause")).isEqualTo(cause);
      assertThat(line.get("billed")).isEqualTo(billed);
      assertThat(line.get("error")).isNotBlank();
      assertThat(line.get("advice")).isNotBlank();
    } finally {
      parrot.stop(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCauseHasAdvice(Cause cause) {
    for (var status : ResultStatus.values())
      assertThat(Remedies.remedy(status, cause)).isNotBlank();
  }

  @Test
  void itHoldsOnlyAHeaderWhereAllIsWell() throws Exception {
    var job = sandbox();

    job.prompts("sofa").run();

    assertThat(Files.readString(job.file("out/errors.csv")))
        .isEqualTo("init_image,prompt," + OURS + "\n");
  }

  @Test
  void itHoldsTheInputAsItIs() throws Exception {
    var job = sandbox().csv("""
        Key;init_image;prompt;cause
        HL-1;https://a.example/1.jpg;Sessel [sandbox content];=draft
        HL-2;https://a.example/1.jpg;Sofa;x
        """);

    job.run();

    assertThat(Files.readString(job.file("out/errors.csv")))
        .startsWith("Key;init_image;prompt;input_cause;row;status;cause;")
        .contains("HL-1;https://a.example/1.jpg;Sessel [sandbox content];=draft;2;refused;content;")
        .doesNotContain("HL-2");
  }

  @Test
  void aLineThatIsWellAgainLeavesIt() throws Exception {
    var job = sandbox().csv("init_image,prompt\nhttps://a.example/1.jpg,\n");
    job.run();
    assertThat(errors(job)).extracting(it -> it.get("cause")).containsExactly("row");

    job.prompts("sofa").run();

    assertThat(errors(job)).isEmpty();
  }

  @Test
  void correctedItIsInputAgain() throws Exception {
    var job = sandbox().csv("""
        init_image,prompt,cause,seed
        https://a.example/1.jpg,sofa [sandbox content],old house,7
        https://a.example/1.jpg,lamp,new house,8
        """);
    job.run();
    var corrected = Files.readString(job.file("out/errors.csv")).replace(" [sandbox content]", "");

    job.csv(corrected).run("output=" + job.file("again"));

    assertThat(Files.readString(job.file("again/results.csv")))
        .startsWith("init_image,prompt,cause,input_seed,row,")
        .contains("https://a.example/1.jpg,sofa,old house,7,2,rendered,bought,");
  }

  private JobFolder sandbox() throws IOException {
    return JobFolder.in(folder, provider.open(SandboxExtension.quick()));
  }

  /** Settings without the usual minutes of waiting. */
  private static RunReport impatient(JobFolder job) throws InterruptedException {
    var moment = Duration.ofMillis(5);
    var most = Duration.ofMillis(40);
    var delays = new RetryDelays(List.of(moment), moment, moment, most, most, moment);
    var usual = job.command(false, OptionalLong.empty());
    var request = new JobRequest(
        usual.jobFile(),
        usual.access(),
        false,
        OptionalLong.empty(),
        Duration.ZERO,
        usual.grace(),
        new JobRequest.Timing(Clock.systemUTC(), delays));
    return new RunStarter(request, new StopRequest(), line -> {}, progress -> {}).run();
  }

  private static List<CSVRecord> errors(JobFolder job) throws IOException {
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var csv = format.parse(Files.newBufferedReader(job.file("out/errors.csv")))) {
      return csv.getRecords();
    }
  }
}
