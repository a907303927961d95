package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.Sha256;
import dev.roomline.ledger.Upload;
import dev.roomline.render.limits.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Local photos, and their uploads to a provider before their renders are bought. */
class UploadQueueTest {
  private static final String UNREACHABLE =
      "{\"status\":\"error\",\"message\":\"Unable to fetch image from provided URL\"}";

  @TempDir
  Path folder;

  private final UploadProvider provider = new UploadProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aPhotoFromAFolderIsRenderedFromItsLink() throws Exception {
    try (var runFixture = openRun()) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);

      assertThat(provider.uploads)
          .containsExactly(
              "data:image/png;base64," + Base64.getEncoder().encodeToString(SamplePng.png("a")));
      assertThat(provider.created).containsExactly(provider.url() + "/temp/1.jpg");
    }
  }

  @Test
  void rowsWithTheSamePhotoShareOneUpload() throws Exception {
    try (var runFixture = openRun()) {
      provider.holdUploads();
      var renders = new ArrayList<PendingRender>();
      for (var room : RunFixture.rooms(8)) renders.add(runFixture.begin(2, room, photo("a")));
      await().until(() -> provider.uploads.size() == 1);
      provider.letUploadsEnd();

      assertThat(RunFixture.awaitResults(renders)).allMatch(RunFixture::rendered);
      assertThat(provider.uploads).hasSize(1);
    }
  }

  @Test
  void equalBytesUnderTwoNamesAreOneUpload() throws Exception {
    try (var runFixture = openRun()) {
      var first = runFixture.begin(2, "sofa", photo("a"));
      var second = runFixture.begin(3, "lamp", photo("copy.jpg", "a"));

      assertThat(RunFixture.awaitResults(List.of(first, second))).allMatch(RunFixture::rendered);
      assertThat(provider.uploads).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"replaced", "edited", "linked elsewhere"})
  void aPhotoThatIsNoLongerTheOneAskedForIsNeitherUploadedNorSent(String how) throws Exception {
    try (var runFixture = openRun()) {
      var asked = photo("a");
      var file = Objects.requireNonNull(asked.file());
      switch (how) {
        case "replaced" -> Files.write(file, SamplePng.png("b"));
        case "edited" -> Files.write(file, new byte[1], StandardOpenOption.APPEND);
        default -> {
          Files.delete(file);
          Files.createSymbolicLink(file, Objects.requireNonNull(photo("b").file()));
        }
      }

      var outcome = RunFixture.end(runFixture.begin(2, "sofa", asked)).outcome();

      assertThat(outcome).isEqualTo(ReplacedPhoto.OUTCOME);
    }
    assertThat(provider.uploads).isEmpty();
    assertThat(provider.created).isEmpty();
  }

  @Test
  void aLaterRunUsesTheLinkAgain() throws Exception {
    try (var first = openRun()) {
      RunFixture.end(first.begin(2, "sofa", photo("a")));
    }

    try (var second = openRun()) {
      assertThat(RunFixture.end(second.begin(2, "lamp", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(provider.uploads).hasSize(1);
  }

  @Test
  void anExpiredLinkIsUploadedAgain() throws Exception {
    try (var runFixture = openRun()) {
      var soon = Instant.now().plusSeconds(60);
      var link = "https://r2.example/old.jpg";
      runFixture
          .ledger
          .uploads()
          .remember(new Upload(photo("a").identity(), "base64_to_url", link, "7", soon));

      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(provider.uploads).hasSize(1);
  }

  @Test
  void aKnownRenderCausesNoUpload() throws Exception {
    try (var first = openRun()) {
      RunFixture.end(first.begin(2, "sofa", photo("a")));
      first.ledger.uploads().expireLink(photo("a").identity(), provider.url() + "/temp/1.jpg");
    }

    try (var second = openRun()) {
      RunFixture.end(second.begin(2, "sofa", photo("a")));
    }
    assertThat(provider.uploads).hasSize(1);
  }

  @Test
  void noMorePhotosAreUploadedThanTheBudgetBuys() throws Exception {
    try (var runFixture = openRun(RunFixture.budget(4, 3))) {
      var ends = RunFixture.awaitResults(beginRooms(runFixture, 60));

      assertThat(ends.stream().filter(RunFixture::rendered)).hasSize(3);
      assertThat(provider.uploads).hasSize(3);
      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly("BUDGET");
    }
  }

  @Test
  void aPhotoThatUploadsHoldsUpNoOtherRow() throws Exception {
    try (var runFixture = openRun(RunFixture.settings(1))) {
      RunFixture.end(runFixture.begin(2, "sofa", photo("a")));
      provider.holdUploads();
      var held = runFixture.begin(3, "lamp", photo("b"));
      await().until(() -> provider.uploads.size() == 2);

      assertThat(runFixture.renderer.progress().inFlight()).isZero();
      assertThat(RunFixture.end(runFixture.begin(4, "desk", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
      provider.letUploadsEnd();
      assertThat(RunFixture.end(held).outcome()).isInstanceOf(Rendered.class);
    }
  }

  @Test
  void rowsThatWaitForTheirPhotosCountAsWaiting() throws Exception {
    try (var runFixture = openRun()) {
      provider.holdUploads();
      beginRooms(runFixture, 9);

      assertThat(runFixture.renderer.waiting()).isEqualTo(9);
    }
  }

  @Test
  void onlyFewPhotosAreUploadedAheadOfTheBuying() throws Exception {
    try (var runFixture = openRun(RunFixture.settings(1))) {
      provider.holdCreates();
      beginRooms(runFixture, 60);

      var lead = 4 + UploadQueue.THREADS;
      await().during(Duration.ofMillis(400)).until(() -> provider.uploads.size() == 1 + lead);
      runFixture.renderer.buying().stop(new StopReason.Interrupted());
      runFixture.renderer.buying().abandon();
    }
  }

  @Test
  void aFailedUploadIsTriedAgain() throws Exception {
    provider.uploadEnds(502, "<html>Bad Gateway</html>");
    provider.uploadEnds(200, "{\"status\":\"success\",\"output\":[]}");
    try (var runFixture = openRun()) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(provider.uploads).hasSize(3);
  }

  @Test
  void aPhotoThatCannotBeUploadedLeavesItsRowUnbought() throws Exception {
    IntStream.range(0, 4).forEach(n -> provider.uploadEnds(500, "<html>oops</html>"));
    try (var runFixture = openRun()) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isEqualTo(new NotSent(Cause.UNREACHABLE, "photo could not be uploaded: HTTP 500"));
      assertThat(runFixture.renderer.buying().isBuying()).isTrue();
    }
    assertThat(provider.created).isEmpty();
  }

  @Test
  void manyFailedUploadsInARowEndTheBuying() throws Exception {
    IntStream.range(0, 99).forEach(n -> provider.uploadEnds(500, "<html>oops</html>"));
    try (var runFixture = openRun()) {
      RunFixture.awaitResults(beginRooms(runFixture, 30));

      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly("ENDPOINT");
      assertThat(provider.uploads).hasSizeLessThan(12 + UploadQueue.THREADS);
    }
  }

  @Test
  void aBusyProviderIsWaitedForAndUsesUpNoAttempts() throws Exception {
    IntStream.range(0, 9).forEach(n -> provider.uploadEnds(429, "{\"message\":\"Rate limit\"}"));
    try (var runFixture = openRun()) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(provider.uploads).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"401, ACCOUNT", "402, ACCOUNT", "403, ACCOUNT", "302, ADDRESS", "404, ADDRESS"})
  void anUnusableEndpointEndsTheBuying(int http, String why) throws Exception {
    provider.uploadEnds(http, "{}");
    try (var runFixture = openRun()) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(NotSent.class);

      assertThat(runFixture.renderer.buying().reasons())
          .extracting(FaultResult::stop)
          .containsExactly(why);
    }
  }

  @Test
  void aPhotoThatTheProviderDoesNotTakeIsRefusedUnpaid() throws Exception {
    provider.uploadEnds(413, "<html>too large</html>");
    try (var runFixture = openRun()) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isEqualTo(new Refused(Cause.PHOTO, "HTTP 413"));
      assertThat(runFixture.findEntry("sofa", photo("a"))).isEmpty();
    }
  }

  @Test
  void anUnreadablePhotoIsRefusedUnsent() throws Exception {
    try (var runFixture = openRun()) {
      var outcome = RunFixture.end(runFixture.begin(2, "sofa", emptyPhoto())).outcome();
      assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
        assertThat(refused.cause()).isEqualTo(Cause.PHOTO);
        assertThat(refused.reason()).startsWith("photo could not be read: ");
      });
    }
    assertThat(provider.uploads).isEmpty();
  }

  @Test
  void aPhotoThatWentAwayIsRefusedUnsent() throws Exception {
    try (var runFixture = openRun()) {
      var gone = new Photo(null, "sha256:gone", folder.resolve("gone.png"));

      assertThat(RunFixture.end(runFixture.begin(2, "sofa", gone)).outcome())
          .isInstanceOf(Refused.class);
    }
    assertThat(provider.uploads).isEmpty();
  }

  @Test
  void aLinkThatTheProviderCannotFetchIsForgotten() throws Exception {
    provider.createEnds(200, UNREACHABLE);
    try (var first = openRun()) {
      assertThat(RunFixture.end(first.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Refused.class);
    }

    try (var second = openRun()) {
      assertThat(RunFixture.end(second.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(provider.uploads).hasSize(2);
  }

  @Test
  void aStopEndsTheWaitingForPhotosThatAreNotOnTheirWay() throws Exception {
    try (var runFixture = openRun()) {
      provider.holdUploads();
      var renders = beginRooms(runFixture, 20);
      await().until(() -> provider.uploads.size() == UploadQueue.THREADS);

      runFixture.renderer.buying().stop(new StopReason.Interrupted());

      var ended = renders.stream().filter(it -> it.latestResult().isPresent()).count();
      assertThat(ended).isEqualTo(20 - UploadQueue.THREADS);
    }
  }

  @Test
  void aPhotoOnItsWayAtAStopIsRemembered() throws Exception {
    try (var runFixture = openRun()) {
      provider.holdUploads();
      var render = runFixture.begin(2, "sofa", photo("a"));
      await().until(() -> provider.uploads.size() == 1);
      runFixture.renderer.buying().stop(new StopReason.Interrupted());
      provider.letUploadsEnd();

      assertThat(RunFixture.end(render).outcome())
          .isInstanceOfSatisfying(
              NotSent.class, it -> assertThat(it.cause()).isEqualTo(Cause.INTERRUPTED));
      assertThat(render.stopReason()).contains(new StopReason.Interrupted());
      assertThat(runFixture.ledger.uploads().toDelete()).hasSize(1);
    }
  }

  @Test
  void lettingGoEndsTheWaitingForAPhotoOnItsWay() throws Exception {
    try (var runFixture = openRun()) {
      provider.holdUploads();
      var render = runFixture.begin(2, "sofa", photo("a"));
      await().until(() -> provider.uploads.size() == 1);
      runFixture.renderer.buying().stop(new StopReason.Interrupted());

      runFixture.renderer.buying().abandon();

      assertThat(render.latestResult()).isPresent();
    }
  }

  @Test
  void aStillNeededPhotoIsNotDeleted() throws Exception {
    provider.createEnds(200, "{\"status\":\"processing\",\"id\":7,\"eta\":60}");
    try (var runFixture = openRun(RunFixture.patience(4, Duration.ofMillis(1)))) {
      assertThat(RunFixture.end(runFixture.begin(2, "sofa", photo("a"))).outcome())
          .isInstanceOf(Accepted.class);
      RunFixture.end(runFixture.begin(3, "lamp", photo("b")));

      assertThat(runFixture.deleteUploads()).isEqualTo(new UploadCleanup.Done(1, 0));
      assertThat(provider.deleted).containsExactly("2");
    }
  }

  @Test
  void whatIsDeletedIsUploadedAgainWhenItIsWantedAgain() throws Exception {
    try (var runFixture = openRun()) {
      RunFixture.end(runFixture.begin(2, "sofa", photo("a")));
      runFixture.deleteUploads();

      assertThat(RunFixture.end(runFixture.begin(3, "lamp", photo("a"))).outcome())
          .isInstanceOf(Rendered.class);
    }
    assertThat(provider.uploads).hasSize(2);
  }

  @Test
  void whatCouldNotBeDeletedIsLeftForTheNextTime() throws Exception {
    provider.deleteEnds(500, "oops");
    try (var runFixture = openRun()) {
      RunFixture.end(runFixture.begin(2, "sofa", photo("a")));

      assertThat(runFixture.deleteUploads()).isEqualTo(new UploadCleanup.Done(0, 1));
      assertThat(runFixture.deleteUploads()).isEqualTo(new UploadCleanup.Done(1, 0));
    }
  }

  @Test
  void aProviderThatDeletesNothingIsNotAskedForEver() throws Exception {
    IntStream.range(0, 20).forEach(n -> provider.deleteEnds(404, "no"));
    try (var runFixture = openRun()) {
      RunFixture.awaitResults(beginRooms(runFixture, 9));

      assertThat(runFixture.deleteUploads()).isEqualTo(new UploadCleanup.Done(0, 9));
      assertThat(provider.deleted).hasSize(3);
    }
  }

  private List<PendingRender> beginRooms(RunFixture runFixture, int count) throws IOException {
    var renders = new ArrayList<PendingRender>();
    for (var row = 2; row < 2 + count; row++) {
      renders.add(runFixture.begin(row, "room " + row, photo("photo " + row)));
    }
    return renders;
  }

  /** The photo of this room. */
  private Photo photo(String room) throws IOException {
    return photo(room + ".png", room);
  }

  private Photo photo(String name, String room) throws IOException {
    var file = folder.resolve(name);
    if (Files.notExists(file)) Files.write(file, SamplePng.png(room));
    return new Photo(null, Photo.identity(Sha256.ofFile(file)), file);
  }

  private Photo emptyPhoto() throws IOException {
    var file = Files.createFile(folder.resolve("empty.png"));
    return new Photo(null, Photo.identity(Sha256.ofFile(file)), file);
  }

  private RunFixture openRun() throws InterruptedException {
    return openRun(RunFixture.settings(4));
  }

  private RunFixture openRun(RenderSettings settings) throws InterruptedException {
    return new RunFixture(folder.resolve("state"), provider.url(), settings);
  }
}
