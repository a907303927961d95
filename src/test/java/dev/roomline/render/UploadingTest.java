package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.ledger.Upload;
import dev.roomline.render.limits.Buying.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos that lie only here, and how they come to a vendor before their renders are bought. */
class UploadingTest {
  private static final String UNREACHABLE =
      "{\"status\":\"error\",\"message\":\"Unable to fetch image from provided URL\"}";

  @TempDir
  Path folder;

  private final PhotoVendor vendor = new PhotoVendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  @Test
  void aPhotoFromAFolderIsRenderedFromItsLink() throws Exception {
    try (var trade = trade()) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);

      assertThat(vendor.uploads)
          .containsExactly(
              "data:image/png;base64," + Base64.getEncoder().encodeToString(Painting.png("a")));
      assertThat(vendor.created).containsExactly(vendor.url() + "/temp/1.jpg");
    }
  }

  @Test
  void rowsWithTheSamePhotoShareOneUpload() throws Exception {
    try (var trade = trade()) {
      vendor.holdUploads();
      var renders = new ArrayList<PendingRender>();
      for (var room : Trade.rooms(8)) renders.add(trade.begin(2, room, photo("a")));
      await().until(() -> vendor.uploads.size() == 1);
      vendor.letUploadsEnd();

      assertThat(Trade.ends(renders)).allMatch(Trade::rendered);
      assertThat(vendor.uploads).hasSize(1);
    }
  }

  @Test
  void equalBytesUnderTwoNamesAreOneUpload() throws Exception {
    try (var trade = trade()) {
      var first = trade.begin(2, "sofa", photo("a"));
      var second = trade.begin(3, "lamp", photo("copy.jpg", "a"));

      assertThat(Trade.ends(List.of(first, second))).allMatch(Trade::rendered);
      assertThat(vendor.uploads).hasSize(1);
    }
  }

  @Test
  void aLaterRunUsesTheLinkAgain() throws Exception {
    try (var first = trade()) {
      Trade.end(first.begin(2, "sofa", photo("a")));
    }

    try (var second = trade()) {
      assertThat(Trade.end(second.begin(2, "lamp", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(vendor.uploads).hasSize(1);
  }

  @Test
  void anExpiredLinkIsUploadedAgain() throws Exception {
    try (var trade = trade()) {
      var soon = Instant.now().plusSeconds(60);
      var link = "https://r2.example/old.jpg";
      trade
          .ledger
          .uploads()
          .remember(new Upload(photo("a").identity(), "base64_to_url", link, "7", soon));

      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(vendor.uploads).hasSize(1);
  }

  @Test
  void aKnownRenderCausesNoUpload() throws Exception {
    try (var first = trade()) {
      Trade.end(first.begin(2, "sofa", photo("a")));
      first.ledger.uploads().distrust(photo("a").identity(), vendor.url() + "/temp/1.jpg");
    }

    try (var second = trade()) {
      Trade.end(second.begin(2, "sofa", photo("a")));
    }
    assertThat(vendor.uploads).hasSize(1);
  }

  @Test
  void noMorePhotosAreUploadedThanTheBudgetBuys() throws Exception {
    try (var trade = trade(Trade.budget(4, 3))) {
      var ends = Trade.ends(beginRooms(trade, 60));

      assertThat(ends.stream().filter(Trade::rendered)).hasSize(3);
      assertThat(vendor.uploads).hasSize(3);
      assertThat(trade.renderer.buying().reasons()).containsOnlyKeys(Why.BUDGET);
    }
  }

  @Test
  void aPhotoThatUploadsHoldsUpNoOtherRow() throws Exception {
    try (var trade = trade(Trade.settings(1))) {
      Trade.end(trade.begin(2, "sofa", photo("a")));
      vendor.holdUploads();
      var held = trade.begin(3, "lamp", photo("b"));
      await().until(() -> vendor.uploads.size() == 2);

      assertThat(trade.renderer.progress().inFlight()).isZero();
      assertThat(Trade.end(trade.begin(4, "desk", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
      vendor.letUploadsEnd();
      assertThat(Trade.end(held).outcome()).isInstanceOf(Rendered.class);
    }
  }

  @Test
  void rowsThatWaitForTheirPhotosCountAsWaiting() throws Exception {
    try (var trade = trade()) {
      vendor.holdUploads();
      beginRooms(trade, 9);

      assertThat(trade.renderer.waiting()).isEqualTo(9);
    }
  }

  @Test
  void onlyFewPhotosAreUploadedAheadOfTheBuying() throws Exception {
    try (var trade = trade(Trade.settings(1))) {
      vendor.holdCreates();
      beginRooms(trade, 60);

      var lead = 4 + Uploading.THREADS;
      await().during(Duration.ofMillis(400)).until(() -> vendor.uploads.size() == 1 + lead);
      trade.renderer.buying().stop(Why.SIGNAL, "stopped");
      trade.renderer.buying().letGo();
    }
  }

  @Test
  void aFailedUploadIsTriedAgain() throws Exception {
    vendor.uploadEnds(502, "<html>Bad Gateway</html>");
    vendor.uploadEnds(200, "{\"status\":\"success\",\"output\":[]}");
    try (var trade = trade()) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(vendor.uploads).hasSize(3);
  }

  @Test
  void aPhotoThatCannotBeUploadedLeavesItsRowUnbought() throws Exception {
    IntStream.range(0, 4).forEach(n -> vendor.uploadEnds(500, "<html>oops</html>"));
    try (var trade = trade()) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isEqualTo(new NotSent(Cause.UNREACHABLE, "photo could not be uploaded: HTTP 500"));
      assertThat(trade.renderer.buying().open()).isTrue();
    }
    assertThat(vendor.created).isEmpty();
  }

  @Test
  void manyFailedUploadsInARowEndTheBuying() throws Exception {
    IntStream.range(0, 99).forEach(n -> vendor.uploadEnds(500, "<html>oops</html>"));
    try (var trade = trade()) {
      Trade.ends(beginRooms(trade, 30));

      assertThat(trade.renderer.buying().reasons()).containsOnlyKeys(Why.ENDPOINT);
      assertThat(vendor.uploads).hasSizeLessThan(12 + Uploading.THREADS);
    }
  }

  @Test
  void aBusyVendorIsWaitedForAndUsesUpNoAttempts() throws Exception {
    IntStream.range(0, 9).forEach(n -> vendor.uploadEnds(429, "{\"message\":\"Rate limit\"}"));
    try (var trade = trade()) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(vendor.uploads).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"401, ACCOUNT", "402, ACCOUNT", "403, ACCOUNT", "302, ADDRESS", "404, ADDRESS"})
  void aClosedDoorEndsTheBuying(int http, Why why) throws Exception {
    vendor.uploadEnds(http, "{}");
    try (var trade = trade()) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(NotSent.class);

      assertThat(trade.renderer.buying().reasons()).containsOnlyKeys(why);
    }
  }

  @Test
  void aPhotoThatTheVendorDoesNotTakeIsRefusedUnpaid() throws Exception {
    vendor.uploadEnds(413, "<html>too large</html>");
    try (var trade = trade()) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isEqualTo(new Refused(Cause.PHOTO, "HTTP 413"));
      assertThat(trade.known("sofa", photo("a"))).isEmpty();
    }
  }

  @Test
  void anUnreadablePhotoIsRefusedUnsent() throws Exception {
    try (var trade = trade()) {
      var outcome = Trade.end(trade.begin(2, "sofa", emptyPhoto())).outcome();
      assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
        assertThat(refused.cause()).isEqualTo(Cause.PHOTO);
        assertThat(refused.reason()).startsWith("photo could not be read: ");
      });
    }
    assertThat(vendor.uploads).isEmpty();
  }

  @Test
  void aPhotoThatWentAwayIsRefusedUnsent() throws Exception {
    try (var trade = trade()) {
      var gone = new Photo(null, "sha256:gone", folder.resolve("gone.png"));

      assertThat(Trade.end(trade.begin(2, "sofa", gone)).outcome()).isInstanceOf(Refused.class);
    }
    assertThat(vendor.uploads).isEmpty();
  }

  @Test
  void aLinkThatTheVendorCannotFetchIsForgotten() throws Exception {
    vendor.createEnds(200, UNREACHABLE);
    try (var first = trade()) {
      assertThat(Trade.end(first.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Refused.class);
    }

    try (var second = trade()) {
      assertThat(Trade.end(second.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(vendor.uploads).hasSize(2);
  }

  @Test
  void aStopEndsTheWaitingForPhotosThatAreNotOnTheirWay() throws Exception {
    try (var trade = trade()) {
      vendor.holdUploads();
      var renders = beginRooms(trade, 20);
      await().until(() -> vendor.uploads.size() == Uploading.THREADS);

      trade.renderer.buying().stop(Why.SIGNAL, "stopped");

      var ended = renders.stream().filter(it -> it.soFar().isPresent()).count();
      assertThat(ended).isEqualTo(20 - Uploading.THREADS);
    }
  }

  @Test
  void aPhotoOnItsWayAtAStopIsRemembered() throws Exception {
    try (var trade = trade()) {
      vendor.holdUploads();
      var render = trade.begin(2, "sofa", photo("a"));
      await().until(() -> vendor.uploads.size() == 1);
      trade.renderer.buying().stop(Why.SIGNAL, "stopped");
      vendor.letUploadsEnd();

      assertThat(Trade.end(render).outcome()).isEqualTo(new NotSent(Cause.INTERRUPTED, "stopped"));
      assertThat(trade.ledger.uploads().toDelete()).hasSize(1);
    }
  }

  @Test
  void lettingGoEndsTheWaitingForAPhotoOnItsWay() throws Exception {
    try (var trade = trade()) {
      vendor.holdUploads();
      var render = trade.begin(2, "sofa", photo("a"));
      await().until(() -> vendor.uploads.size() == 1);
      trade.renderer.buying().stop(Why.SIGNAL, "stopped");

      trade.renderer.buying().letGo();

      assertThat(render.soFar()).isPresent();
    }
  }

  @Test
  void aStillNeededPhotoIsNotDeleted() throws Exception {
    vendor.createEnds(200, "{\"status\":\"processing\",\"id\":7,\"eta\":60}");
    try (var trade = trade(Trade.patience(4, Duration.ofMillis(1)))) {
      assertThat(Trade.end(trade.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Accepted.class);
      Trade.end(trade.begin(3, "lamp", photo("b")));

      assertThat(trade.withdraw()).isEqualTo(new Withdrawal.Done(1, 0));
      assertThat(vendor.deleted).containsExactly("2");
    }
  }

  @Test
  void whatIsDeletedIsUploadedAgainWhenItIsWantedAgain() throws Exception {
    try (var trade = trade()) {
      Trade.end(trade.begin(2, "sofa", photo("a")));
      trade.withdraw();

      assertThat(Trade.end(trade.begin(3, "lamp", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(vendor.uploads).hasSize(2);
  }

  @Test
  void whatCouldNotBeDeletedIsLeftForTheNextTime() throws Exception {
    vendor.deleteEnds(500, "oops");
    try (var trade = trade()) {
      Trade.end(trade.begin(2, "sofa", photo("a")));

      assertThat(trade.withdraw()).isEqualTo(new Withdrawal.Done(0, 1));
      assertThat(trade.withdraw()).isEqualTo(new Withdrawal.Done(1, 0));
    }
  }

  @Test
  void aVendorThatDeletesNothingIsNotAskedForEver() throws Exception {
    IntStream.range(0, 20).forEach(n -> vendor.deleteEnds(404, "no"));
    try (var trade = trade()) {
      Trade.ends(beginRooms(trade, 9));

      assertThat(trade.withdraw()).isEqualTo(new Withdrawal.Done(0, 9));
      assertThat(vendor.deleted).hasSize(3);
    }
  }

  private List<PendingRender> beginRooms(Trade trade, int count) throws IOException {
    var renders = new ArrayList<PendingRender>();
    for (var row = 2; row < 2 + count; row++) {
      renders.add(trade.begin(row, "room " + row, photo("photo " + row)));
    }
    return renders;
  }

  /** The photo of this room. */
  private Photo photo(String room) throws IOException {
    return photo(room + ".png", room);
  }

  private Photo photo(String name, String room) throws IOException {
    var file = folder.resolve(name);
    if (Files.notExists(file)) Files.write(file, Painting.png(room));
    return new Photo(null, "sha256:" + room, file);
  }

  private Photo emptyPhoto() throws IOException {
    return new Photo(null, "sha256:empty", Files.createFile(folder.resolve("empty.png")));
  }

  private Trade trade() throws InterruptedException {
    return trade(Trade.settings(4));
  }

  private Trade trade(RenderSettings settings) throws InterruptedException {
    return new Trade(folder.resolve("state"), vendor.url(), settings);
  }
}
