package dev.roomline.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in a process of its own. */
record SandboxProcess(Process process, URI url, HttpClient http) implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> ALWAYS = List.of("--picture-size", "16");

  static SandboxProcess open(Path folder, List<String> options) throws IOException {
    var all = new ArrayList<>(ALWAYS);
    all.addAll(options);
    var process = JavaProcesses.sandbox(folder, all);
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = out.readLine();
    if (line == null || !line.startsWith("sandbox at ")) {
      process.destroyForcibly();
      throw new IOException("the sandbox did not open: see " + folder.resolve("sandbox.txt"));
    }
    var url = URI.create(line.substring("sandbox at ".length(), line.indexOf(';')));
    return new SandboxProcess(process, url, HttpClient.newHttpClient());
  }

  /** What it sold since {@link #resetReport()}. */
  JsonNode report() throws IOException, InterruptedException {
    return JSON.readTree(send(request().GET().build()).body());
  }

  /** Resets its counts. */
  void resetReport() throws IOException, InterruptedException {
    send(request().DELETE().build());
  }

  /** All that it has used so far. */
  Duration cpu() {
    return ProcessSampler.cpu(process);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(url.resolve("/sandbox/report"));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
