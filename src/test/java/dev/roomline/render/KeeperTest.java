package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.domain.Keeping;
import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.Sha256;
import dev.roomline.render.limits.Buying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
  private static final int IN_FLIGHT = 4;

  @TempDir
  Path state;

  private SlowShop shop;
  private Trade trade;

  @BeforeEach
  void open() throws Exception {
    shop = new SlowShop();
    trade = new Trade(state, shop.url(), Trade.settings(IN_FLIGHT));
  }

  @AfterEach
  void close() throws InterruptedException {
    shop.showPictures();
    trade.renderer.awaitAll();
    trade.close();
    shop.close();
  }

  @Test
  void buyingGoesOnWhilePicturesStall() {
    trade.beginAll(Trade.rooms(60));

    await().until(() -> shop.creates.get() == 60);
    await().until(() -> trade.renderer.progress().inFlight() == 0);
    assertThat(trade.renderer.progress().fetching()).isEqualTo(60);
  }

  @Test
  void buyingPausesOnceTooManyRendersWaitForTheirPictures() throws Exception {
    var renders = trade.beginAll(Trade.rooms(Keeper.MOST_WAITING + 50));
    await().until(() -> shop.creates.get() >= Keeper.MOST_WAITING);
    var most = Keeper.MOST_WAITING + IN_FLIGHT;
    assertThat(shop.creates.get()).isLessThanOrEqualTo(most);

    shop.showPictures();

    assertThat(Trade.ends(renders)).allMatch(it -> it.keeping() instanceof Keeping.Kept);
    assertThat(shop.creates).hasValue(Keeper.MOST_WAITING + 50);
  }

  @Test
  void aRunThatLetsGoLeavesThePictureToTheNextOne() throws Exception {
    var render = trade.begin(2, "sofa");
    await()
        .until(
            () -> render.soFar().filter(it -> it.outcome() instanceof Rendered).isPresent());

    trade.renderer.buying().stop(Buying.Why.SIGNAL, "interrupted");
    trade.renderer.buying().letGo();

    assertThat(Trade.ends(List.of(render)).get(0).keeping()).isInstanceOf(Keeping.Missing.class);
  }

  @Test
  void aLaterRunFetchesWhatItsRowsNoLongerAskFor() throws Exception {
    var render = trade.begin(2, "sofa");
    await()
        .until(
            () -> render.soFar().filter(it -> it.outcome() instanceof Rendered).isPresent());
    trade.renderer.buying().letGo();
    trade.close();
    shop.showPictures();

    trade = new Trade(state, shop.url(), Trade.settings(IN_FLIGHT));
    trade.renderer.resume();
    trade.renderer.awaitAll();

    assertThat(trade.known("sofa").orElseThrow().keeping()).isInstanceOf(Keeping.Kept.class);
    assertThat(shop.creates).hasValue(1);
  }

  @Test
  void aPhotoIsKeptOnceARowAsksForItsRender() throws Exception {
    var photo = photo();
    var render = trade.begin(2, "sofa", photo);
    await()
        .until(
            () -> render.soFar().filter(it -> it.outcome() instanceof Rendered).isPresent());
    trade.renderer.buying().letGo();
    trade.close();
    shop.showPictures();
    trade = new Trade(state, shop.url(), Trade.settings(IN_FLIGHT));
    trade.renderer.resume();
    trade.renderer.awaitAll();

    var again = Trade.end(trade.begin(2, "sofa", photo));

    assertThat(again.keeping())
        .isInstanceOfSatisfying(
            Keeping.Kept.class, kept -> assertThat(kept.photo()).isNotNull());
  }

  private Photo photo() throws IOException {
    var bytes = Painting.png("before");
    var file = Files.write(state.resolve("before.png"), bytes);
    var identity = "sha256:" + Sha256.hex(Sha256.digest().digest(bytes));
    return new Photo("https://photos.example/before.png", identity, file);
  }
}
