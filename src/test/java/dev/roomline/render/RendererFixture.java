package dev.roomline.render;

import dev.roomline.campaign.CanaryKey;
import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Sha256;
import dev.roomline.download.DownloadSettings;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.CheckSettings;
import dev.roomline.images.PictureStore;
import dev.roomline.ledger.BudgetLimits;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.render.RenderSettings.Keeping;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.render.limits.LimitSettings;
import dev.roomline.render.limits.RetryDelays;
import dev.roomline.state.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One cell's renderer, with short deadlines, over a database that all cells share. */
final class RendererFixture implements AutoCloseable {
  private static final Duration STALL = Duration.ofSeconds(1);
  private static final long MOST_BYTES = 5_000_000;
  private static final RetryDelays WAITS = new RetryDelays(
      RunFixture.SHORT.notSent(),
      RunFixture.SHORT.again(),
      RunFixture.SHORT.busy(),
      RunFixture.SHORT.busyMost(),
      Duration.ofMillis(300),
      RunFixture.SHORT.picture());

  final Renderer renderer;
  private final Ledger ledger;
  private final EndpointClient client;
  private final PictureStore pictureStore;
  private final Photo photo;

  RendererFixture(FaultCase faultCase, String provider, Database database, Path folder)
      throws IOException {
    var endpoint = EndpointSettings.of(provider, null, FaultCase.ANSWER);
    var clock = Clock.systemUTC();
    // By its cell, not by its address: a port may come twice.
    ledger = new Ledger(database.source(), database.transactions(), faultCase.toString(), clock);
    var run = begin(faultCase, database);
    client = new EndpointClient(endpoint, ApiKey.from(CanaryKey.KEY));
    pictureStore = new PictureStore(
        folder.resolve("pictures"),
        new DownloadSettings(
            Set.of(endpoint.origin()),
            List.of(),
            MOST_BYTES,
            FaultCase.ANSWER,
            STALL,
            FaultCase.ANSWER),
        new CheckSettings(0, 0, true, true, true));
    renderer = new Renderer(ledger, pictureStore, client, settings(), run);
    photo = faultCase.apiCall() == ApiCall.UPLOAD ? here(folder) : onTheWeb();
  }

  /** The ledger is made for one run at a time. */
  private static synchronized Run begin(FaultCase faultCase, Database database) {
    return new Runs(database.source(), Clock.systemUTC())
        .begin(
            new Run.Request(
                new Run.Job("job", faultCase.toString(), faultCase.toString()),
                "rooms.csv",
                "i",
                "r",
                false),
            "[]")
        .run();
  }

  PendingRender begin(int row) {
    return renderer.begin(new RoomRow.Order(ResultPosition.ofRow(row), List.of(), request(row)));
  }

  Optional<LedgerEntry> findEntry(int row) {
    return ledger.find(ledger.key(request(row)), 0);
  }

  private RenderRequest request(int row) {
    return new RenderRequest(photo, "room " + row, Map.of("steps", 50L), Map.of());
  }

  private static Photo onTheWeb() {
    return new Photo("https://photos.example/room.jpg", "https://photos.example/room.jpg", null);
  }

  private static Photo here(Path folder) throws IOException {
    var file = Files.write(folder.resolve("room.png"), SamplePng.png("before"));
    return new Photo(null, Photo.identity(Sha256.ofFile(file)), file);
  }

  private static RenderSettings settings() {
    var usual = RunFixture.settings(4);
    return new RenderSettings(
        new LimitSettings(0, 4, 4),
        FaultCase.PATIENCE,
        new Repurchase(1, false),
        BudgetLimits.ofRenders(Long.MAX_VALUE),
        new Keeping(4, true, false),
        WAITS,
        usual.uploads());
  }

  @Override
  public void close() {
    renderer.close();
    pictureStore.close();
    client.close();
  }
}
