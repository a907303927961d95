package dev.roomline.job;

import dev.roomline.endpoint.ApiFamily;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;
import dev.roomline.job.plan.PlanReport;
import dev.roomline.job.plan.Planner;
import dev.roomline.job.retry.RetryFilter;
import dev.roomline.job.retry.RetryPreview;
import dev.roomline.job.retry.RetryRunner;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.run.RunStarter;
import dev.roomline.job.run.StopRequest;
import dev.roomline.job.session.EndpointAccess;
import dev.roomline.job.session.JobRequest;
import dev.roomline.jobfile.JobFile;
import dev.roomline.render.limits.RetryDelays;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A folder with a job file and a room list, and the results of its runs at a given provider. */
public record JobFolder(Path folder, StopRequest stop, List<String> messages) {
  private static final JobRequest.Timing QUICK = new JobRequest.Timing(
      Clock.systemUTC(),
      new RetryDelays(
          List.of(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(15)),
          Duration.ofMillis(20),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          Duration.ofMillis(10)));
  private static final String SHEET = """
      input: rooms.csv
      output: out
      state: state
      limits: { requests-per-minute: unlimited, in-flight: 4 }
      endpoint: { url: "%s" }
      keep-originals: false
      """;

  public JobFolder(Path folder) {
    this(folder, new StopRequest(), new CopyOnWriteArrayList<>());
  }

  public static JobFolder in(Path folder, URI provider) throws IOException {
    Files.writeString(folder.resolve("nightly.yml"), SHEET.formatted(provider));
    return new JobFolder(folder);
  }

  /** Adds lines to the job file. */
  public JobFolder appendToJobFile(String lines) throws IOException {
    Files.writeString(file("nightly.yml"), lines, StandardOpenOption.APPEND);
    return this;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public JobFolder csv(String text) throws IOException {
    Files.writeString(file("rooms.csv"), text);
    return this;
  }

  /** Rows 2 to {@code count + 1}, each with a prompt of its own. */
  public JobFolder rooms(int count) throws IOException {
    return prompts(
        IntStream.range(2, 2 + count).mapToObj(row -> "room " + row).toArray(String[]::new));
  }

  public JobFolder prompts(String... prompts) throws IOException {
    var text = new StringBuilder("init_image,prompt\n");
    for (var prompt : prompts) {
      text.append("https://photos.example/a.jpg,").append(prompt).append('\n');
    }
    return csv(text.toString());
  }

  /** The request: the job file, and settings over it such as {@code limits.window=8}. */
  public JobRequest command(boolean fresh, OptionalLong limit, String... settings) {
    return command(file("nightly.yml"), fresh, limit, settings);
  }

  /** The same, with the job file named by another path. */
  public JobRequest command(Path yaml, boolean fresh, OptionalLong limit, String... settings) {
    var overrides = new LinkedHashMap<String, String>();
    for (var setting : settings) {
      var parts = setting.split("=", 2);
      overrides.put(parts[0], parts[1]);
    }
    var jobFile = JobFile.load(yaml, overrides);
    var family = jobFile.endpoint().family();
    var endpoint = EndpointSettings.of(
        jobFile.endpoint().url(),
        family == null ? null : ApiFamily.parse(family),
        jobFile.limits().answer());
    return new JobRequest(
        jobFile,
        new EndpointAccess(
            endpoint, ApiKey.from("s3cret"), photos(jobFile.rooms().photos())),
        fresh,
        limit,
        Duration.ZERO,
        Duration.ofSeconds(10),
        QUICK);
  }

  /** The provider can see a folder that the job file names; it cannot see any other. */
  private PhotoSource photos(@Nullable String served) {
    if (served != null) {
      return PhotoSource.folder(Path.of(served), URI.create("https://photos.example/"));
    }
    var unserved = file("photos");
    return Files.isDirectory(unserved) ? PhotoSource.folder(unserved, null) : PhotoSource.none();
  }

  public RunReport run(String... settings) throws InterruptedException {
    return run(command(false, OptionalLong.empty(), settings));
  }

  public RunReport limited(long limit, String... settings) throws InterruptedException {
    return run(command(false, OptionalLong.of(limit), settings));
  }

  public RunReport fresh(String... settings) throws InterruptedException {
    return run(command(true, OptionalLong.empty(), settings));
  }

  public RunReport run(JobRequest request) throws InterruptedException {
    return new RunStarter(request, stop, messages::add, progress -> {}).run();
  }

  /** What {@code retry} shows, by options such as {@code --status=failed} and {@code --rows=3}. */
  public RetryPreview previewRetry(String... options) throws InterruptedException {
    return retryJob(command(false, OptionalLong.empty()), options).offer(choice(options));
  }

  /** The result of {@code retry --yes}. */
  public RunReport retry(String... options) throws InterruptedException {
    return retry(OptionalLong.empty(), options);
  }

  public RunReport retry(OptionalLong limit, String... options) throws InterruptedException {
    var retry = retryJob(command(false, limit), options);
    return retry.buy(
        retry.offer(choice(options)), "anna", "retry", stop, messages::add, progress -> {});
  }

  public static RetryRunner retryJob(JobRequest request, String... options) {
    return new RetryRunner(request, List.of(options).contains("--new-seed"));
  }

  public static RetryFilter choice(String... options) {
    return RetryFilter.parse(
        values("--status=", options),
        values("--rows=", options),
        String.join("", values("--cause=", options)));
  }

  private static List<String> values(String option, String... options) {
    return Stream.of(options)
        .filter(it -> it.startsWith(option))
        .map(it -> it.substring(option.length()))
        .toList();
  }

  public CompletableFuture<RunReport> start(String... settings) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return run(settings);
      } catch (InterruptedException e) {
        throw new CompletionException(e);
      }
    });
  }

  public PlanReport plan(String... settings) throws InterruptedException {
    return new Planner(command(false, OptionalLong.empty(), settings)).plan();
  }

  public StateFolder state() {
    return new StateFolder(file("state"));
  }

  public Path results() {
    return file("out/results.csv");
  }

  public List<CSVRecord> lines() throws IOException {
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var csv = format.parse(Files.newBufferedReader(results()))) {
      return csv.getRecords();
    }
  }

  public List<String> column(String name) throws IOException {
    return lines().stream().map(line -> line.get(name)).toList();
  }

  /** The column {@code row} of a file of so many rooms: each once, in order. */
  public static List<String> rowsOf(int count) {
    return IntStream.range(2, 2 + count).mapToObj(Integer::toString).toList();
  }

  /** Queries the database directly, while no run is on. */
  public <T> T queryState(Function<JdbcClient, T> question) throws InterruptedException {
    try (var lock = state().lock(Duration.ZERO).orElseThrow();
        Database database = lock.open(1)) {
      return question.apply(JdbcClient.create(database.source()));
    }
  }

  public Map<String, Object> singleResult() throws InterruptedException {
    return queryState(it -> it.sql("select * from render_result").query().singleRow());
  }
}
