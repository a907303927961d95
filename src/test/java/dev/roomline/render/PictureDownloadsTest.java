package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.Photo;
import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.Sha256;
import dev.roomline.render.limits.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDownloadsTest {
  private static final int IN_FLIGHT = 4;

  @TempDir
  Path state;

  private SlowPictureProvider provider;
  private RunFixture runFixture;

  @BeforeEach
  void open() throws Exception {
    provider = new SlowPictureProvider();
    runFixture = new RunFixture(state, provider.url(), RunFixture.settings(IN_FLIGHT));
  }

  @AfterEach
  void close() throws InterruptedException {
    provider.releasePictures();
    runFixture.renderer.awaitAll();
    runFixture.close();
    provider.close();
  }

  @Test
  void buyingGoesOnWhilePicturesStall() {
    runFixture.beginAll(RunFixture.rooms(60));

    await().until(() -> provider.creates.get() == 60);
    await().until(() -> runFixture.renderer.progress().inFlight() == 0);
    assertThat(runFixture.renderer.progress().fetching()).isEqualTo(60);
  }

  @Test
  void buyingPausesOnceTooManyRendersWaitForTheirPictures() throws Exception {
    var renders = runFixture.beginAll(RunFixture.rooms(PictureDownloads.MOST_WAITING + 50));
    await().until(() -> provider.creates.get() >= PictureDownloads.MOST_WAITING);
    var most = PictureDownloads.MOST_WAITING + IN_FLIGHT;
    assertThat(provider.creates.get()).isLessThanOrEqualTo(most);

    provider.releasePictures();

    assertThat(RunFixture.awaitResults(renders))
        .allMatch(it -> it.pictures() instanceof PictureStatus.Kept);
    assertThat(provider.creates).hasValue(PictureDownloads.MOST_WAITING + 50);
  }

  /** Each of them would be waited for 30 s. */
  @ParameterizedTest
  @CsvSource({"5, false", "5, true", "20, false"})
  void allPicturesOfARenderHaveOnePatience(int pictures, boolean slowly) throws Exception {
    provider.deliver(pictures, slowly);
    runFixture.close();
    var patience = RunFixture.patience(IN_FLIGHT, Duration.ofSeconds(1));
    runFixture = new RunFixture(state, provider.url(), patience);

    var render = runFixture.begin(2, "sofa");

    await()
        .atMost(15, TimeUnit.SECONDS)
        .until(() -> runFixture.renderer.progress().fetching() == 0
            && render.latestResult().isPresent());
    assertThat(RunFixture.end(render).pictures())
        .isInstanceOfSatisfying(
            PictureStatus.Missing.class,
            it -> assertThat(it.reason()).contains("the picture was not complete after 1s"));
  }

  @Test
  void aRunThatLetsGoLeavesThePictureToTheNextOne() throws Exception {
    var render = runFixture.begin(2, "sofa");
    await()
        .until(() ->
            render.latestResult().filter(it -> it.outcome() instanceof Rendered).isPresent());

    runFixture.renderer.buying().stop(new StopReason.Interrupted());
    runFixture.renderer.buying().abandon();

    assertThat(RunFixture.awaitResults(List.of(render)).get(0).pictures())
        .isInstanceOf(PictureStatus.Missing.class);
  }

  @Test
  void aLaterRunFetchesWhatItsRowsNoLongerAskFor() throws Exception {
    var render = runFixture.begin(2, "sofa");
    await()
        .until(() ->
            render.latestResult().filter(it -> it.outcome() instanceof Rendered).isPresent());
    runFixture.renderer.buying().abandon();
    runFixture.close();
    provider.releasePictures();

    runFixture = new RunFixture(state, provider.url(), RunFixture.settings(IN_FLIGHT));
    runFixture.renderer.resume();
    runFixture.renderer.awaitAll();

    assertThat(runFixture.findEntry("sofa").orElseThrow().pictures())
        .isInstanceOf(PictureStatus.Kept.class);
    assertThat(provider.creates).hasValue(1);
  }

  @Test
  void aPhotoIsKeptOnceARowAsksForItsRender() throws Exception {
    var photo = photo();
    var render = runFixture.begin(2, "sofa", photo);
    await()
        .until(() ->
            render.latestResult().filter(it -> it.outcome() instanceof Rendered).isPresent());
    runFixture.renderer.buying().abandon();
    runFixture.close();
    provider.releasePictures();
    runFixture = new RunFixture(state, provider.url(), RunFixture.settings(IN_FLIGHT));
    runFixture.renderer.resume();
    runFixture.renderer.awaitAll();

    var again = RunFixture.end(runFixture.begin(2, "sofa", photo));

    assertThat(again.pictures())
        .isInstanceOfSatisfying(
            PictureStatus.Kept.class, kept -> assertThat(kept.photo()).isNotNull());
  }

  private Photo photo() throws IOException {
    var bytes = SamplePng.png("before");
    var file = Files.write(state.resolve("before.png"), bytes);
    var identity = "sha256:" + Sha256.hex(Sha256.digest().digest(bytes));
    return new Photo("https://photos.example/before.png", identity, file);
  }
}
