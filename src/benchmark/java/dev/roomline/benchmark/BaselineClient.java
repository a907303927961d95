package dev.roomline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the loop does for each row: create, poll, download.
 *
 * @param out where pictures go
 */
record BaselineClient(HttpClient http, URI provider, Path out) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long BETWEEN_POLLS = 1_000;

  BaselineClient(URI provider, Path out) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), provider, out);
  }

  /** A line of the results. */
  record Result(List<String> cells) {}

  Result render(CSVRecord row) throws InterruptedException {
    try {
      return rendered(row);
    } catch (IOException | RuntimeException lost) {
      return result(row, "failed", String.valueOf(lost.getMessage()), "", "");
    }
  }

  private Result rendered(CSVRecord row) throws IOException, InterruptedException {
    var answer = post(provider.resolve("/api/v5/interior"), order(row));
    var seed = answer.path("meta").path("seed").asString("");
    if (processing(answer)) answer = collected(answer);
    if (!answer.path("status").asString("").equals("success"))
      return result(row, "failed", answer.path("message").asString(""), "", "");
    var output = answer.path("output").path(0).asString();
    var picture = out.resolve(row.getRecordNumber() + ".png");
    var request = HttpRequest.newBuilder(URI.create(output)).build();
    var got = http.send(request, HttpResponse.BodyHandlers.ofFile(picture));
    var status = got.statusCode() == 200 ? "rendered" : "failed";
    return result(row, status, output, seed, picture.getFileName().toString());
  }

  /** The same request as the jar's, because the sandbox derives a render's latency from it. */
  private static Map<String, Object> order(CSVRecord row) {
    return Map.of(
        "key",
        "",
        "init_image",
        row.get("init_image"),
        "prompt",
        row.get("prompt"),
        "steps",
        50,
        "guidance_scale",
        7);
  }

  private JsonNode collected(JsonNode accepted) throws IOException, InterruptedException {
    var address = URI.create(accepted.path("fetch_result").asString());
    Thread.sleep((long) (accepted.path("eta").asDouble() * 1_000));
    var answer = post(address, Map.of("key", ""));
    while (processing(answer)) {
      Thread.sleep(BETWEEN_POLLS);
      answer = post(address, Map.of("key", ""));
    }
    return answer;
  }

  private JsonNode post(URI address, Map<String, ?> body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
    return JSON.readTree(
        http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private static boolean processing(JsonNode answer) {
    return answer.path("status").asString("").equals("processing");
  }

  private static Result result(CSVRecord row, String... more) {
    var cells = new ArrayList<>(row.toList());
    cells.addAll(List.of(more));
    return new Result(cells);
  }
}
