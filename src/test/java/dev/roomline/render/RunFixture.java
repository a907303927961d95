package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.RoomRow;
import dev.roomline.download.DownloadSettings;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.endpoint.UploadMethod;
import dev.roomline.images.CheckSettings;
import dev.roomline.images.PictureStore;
import dev.roomline.ledger.BudgetLimits;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.render.RenderSettings.Keeping;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.render.limits.LimitSettings;
import dev.roomline.render.limits.RetryDelays;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import dev.roomline.state.StateLock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One run's renderer with a real database and a real server. */
final class RunFixture implements AutoCloseable {
  static final RetryDelays SHORT = new RetryDelays(
      List.of(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(15)),
      Duration.ofMillis(20),
      Duration.ofMillis(5),
      Duration.ofMillis(20),
      Duration.ofSeconds(5),
      Duration.ofMillis(10));
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Photo PHOTO =
      new Photo("https://photos.example/room.jpg", "https://photos.example/room.jpg", null);

  final Ledger ledger;
  final Renderer renderer;
  final Run run;
  private final StateLock lock;
  private final Database database;
  private final Runs runs;
  private final EndpointClient client;
  private final PictureStore pictureStore;

  RunFixture(Path state, URI provider, RenderSettings settings) throws InterruptedException {
    this(state, provider, settings, Clock.systemUTC());
  }

  RunFixture(Path state, URI provider, RenderSettings settings, Clock clock)
      throws InterruptedException {
    var endpoint = EndpointSettings.of(provider.toString(), null, Duration.ofSeconds(10));
    lock = new StateFolder(state).lock(Duration.ZERO).orElseThrow();
    database = lock.open(16);
    ledger = new Ledger(database.source(), database.transactions(), endpoint.id(), clock);
    runs = new Runs(database.source(), clock);
    run = runs.begin(
            new Run.Request(
                new Run.Job("nightly", "nightly.yml", "nightly.yml"), "rooms.csv", "i", "r", false),
            "[]")
        .run();
    client = new EndpointClient(endpoint, ApiKey.from("s3cret"));
    pictureStore = new PictureStore(
        state.resolve("pictures"),
        DownloadSettings.usual(Set.of(endpoint.origin()), List.of()),
        new CheckSettings(0, 0, true, true, true));
    renderer = new Renderer(ledger, pictureStore, client, settings, run);
  }

  static RenderSettings settings(int inFlight) {
    return new RenderSettings(
        new LimitSettings(0, 1, inFlight),
        LONG,
        new Repurchase(1, false),
        BudgetLimits.ofRenders(Long.MAX_VALUE),
        new Keeping(4, true, false),
        SHORT,
        UploadMethod.BASE64_TO_URL);
  }

  static RenderSettings withRetries(int retries, boolean resend) {
    var it = settings(4);
    return new RenderSettings(
        it.limits(),
        it.patience(),
        new Repurchase(retries, resend),
        it.budget(),
        it.keeping(),
        it.delays(),
        it.uploads());
  }

  static RenderSettings budget(int inFlight, long renders) {
    var it = settings(inFlight);
    var budget = BudgetLimits.ofRenders(renders);
    return new RenderSettings(
        it.limits(),
        it.patience(),
        it.repurchase(),
        budget,
        it.keeping(),
        it.delays(),
        it.uploads());
  }

  static RenderSettings patience(int inFlight, Duration patience) {
    var it = settings(inFlight);
    return new RenderSettings(
        it.limits(),
        patience,
        it.repurchase(),
        it.budget(),
        it.keeping(),
        it.delays(),
        it.uploads());
  }

  static RenderSettings waits(int inFlight, RetryDelays delays) {
    var it = settings(inFlight);
    return new RenderSettings(
        it.limits(),
        it.patience(),
        it.repurchase(),
        it.budget(),
        it.keeping(),
        delays,
        it.uploads());
  }

  /** {@code prompt 2}, {@code prompt 3} …, numbered like the rows of a room list. */
  static List<String> rooms(int count) {
    return IntStream.range(2, 2 + count).mapToObj(row -> "room " + row).toList();
  }

  PendingRender begin(long row, String prompt) {
    return begin(row, prompt, PHOTO);
  }

  PendingRender begin(long row, String prompt, Photo photo) {
    return renderer.begin(
        new RoomRow.Order(ResultPosition.ofRow(row), List.of(), request(prompt, photo)));
  }

  List<PendingRender> beginAll(List<String> prompts) {
    return IntStream.range(0, prompts.size())
        .mapToObj(n -> begin(2 + n, prompts.get(n)))
        .toList();
  }

  UploadCleanup.Done deleteUploads() throws InterruptedException {
    return new UploadCleanup(ledger, client, settings(4).limits(), renderer.buying())
        .deleteUnused();
  }

  /** What each row ends as. */
  List<RenderResult> render(String... prompts) throws InterruptedException {
    return awaitResults(beginAll(List.of(prompts)));
  }

  static List<RenderResult> awaitResults(List<PendingRender> renders) throws InterruptedException {
    for (var render : renders) end(render);
    return renders.stream().map(render -> render.latestResult().orElseThrow()).toList();
  }

  static RenderResult end(PendingRender render) throws InterruptedException {
    if (!render.settles(LONG)) throw new AssertionError("never settled");
    return render.latestResult().orElseThrow();
  }

  static boolean rendered(RenderResult end) {
    return end.outcome() instanceof Rendered;
  }

  Optional<LedgerEntry> findEntry(String prompt) {
    return findEntry(prompt, PHOTO);
  }

  Optional<LedgerEntry> findEntry(String prompt, Photo photo) {
    return ledger.find(ledger.key(request(prompt, photo)), 0);
  }

  private static RenderRequest request(String prompt, Photo photo) {
    return new RenderRequest(photo, prompt, Map.of("steps", 50L), Map.of());
  }

  @Override
  public void close() {
    runs.end(run, true);
    renderer.close();
    pictureStore.close();
    client.close();
    database.close();
    lock.close();
  }
}
