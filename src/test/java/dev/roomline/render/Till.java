package dev.roomline.render;

import dev.roomline.campaign.Canary;
import dev.roomline.domain.Photo;
import dev.roomline.domain.Place;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.RoomRow;
import dev.roomline.download.FetchSettings;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.CheckSettings;
import dev.roomline.images.Shelf;
import dev.roomline.ledger.Allowance;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.render.RenderSettings.Again;
import dev.roomline.render.RenderSettings.Budget;
import dev.roomline.render.RenderSettings.Keeping;
import dev.roomline.render.RenderSettings.Limits;
import dev.roomline.render.limits.Waits;
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

/** One cell's renderer, with short deadlines, over books that all cells share. */
final class Till implements AutoCloseable {
  private static final Duration STALL = Duration.ofSeconds(1);
  private static final long MOST_BYTES = 5_000_000;
  private static final Waits WAITS = new Waits(
      Trade.SHORT.notSent(),
      Trade.SHORT.again(),
      Trade.SHORT.busy(),
      Trade.SHORT.busyMost(),
      Duration.ofMillis(300),
      Trade.SHORT.picture());

  final Renderer renderer;
  private final Ledger ledger;
  private final EndpointClient client;
  private final Shelf shelf;
  private final Photo photo;

  Till(Cell cell, String vendor, Database books, Path folder) throws IOException {
    var endpoint = EndpointSettings.of(vendor, null, Cell.ANSWER);
    var clock = Clock.systemUTC();
    // By its cell, not by its address: a port may come twice.
    ledger = new Ledger(books.source(), books.transactions(), cell.toString(), clock);
    var run = begin(cell, books);
    client = new EndpointClient(endpoint, ApiKey.from(Canary.KEY));
    shelf = new Shelf(
        folder.resolve("pictures"),
        new FetchSettings(
            Set.of(endpoint.origin()), List.of(), MOST_BYTES, Cell.ANSWER, STALL, Cell.ANSWER),
        new CheckSettings(0, 0, true, true, true));
    renderer = new Renderer(ledger, shelf, client, settings(), run);
    photo = cell.call() == Call.UPLOAD ? here(folder) : onTheWeb();
  }

  /** Books are made for one run at a time. */
  private static synchronized Run begin(Cell cell, Database books) {
    return new Runs(books.source(), Clock.systemUTC())
        .begin(new Run.Request(cell.toString(), "rooms.csv", "i", "r", false), "[]")
        .run();
  }

  PendingRender begin(int row) {
    return renderer.begin(new RoomRow.Order(Place.ofRow(row), List.of(), request(row)));
  }

  Optional<Entry> known(int row) {
    return ledger.find(ledger.key(request(row)), 0);
  }

  private RenderRequest request(int row) {
    return new RenderRequest(photo, "room " + row, Map.of("steps", 50L), Map.of());
  }

  private static Photo onTheWeb() {
    return new Photo("https://photos.example/room.jpg", "https://photos.example/room.jpg", null);
  }

  private static Photo here(Path folder) throws IOException {
    var file = Files.write(folder.resolve("room.png"), Painting.png("before"));
    return new Photo(null, "sha256:before", file);
  }

  private static RenderSettings settings() {
    var usual = Trade.settings(4);
    return new RenderSettings(
        new Limits(0, 4, 4),
        Cell.PATIENCE,
        new Again(1, false),
        new Budget(Allowance.ofRenders(Long.MAX_VALUE), balance -> "never"),
        new Keeping(4, true, false),
        WAITS,
        usual.uploads());
  }

  @Override
  public void close() {
    renderer.close();
    shelf.close();
    client.close();
  }
}
