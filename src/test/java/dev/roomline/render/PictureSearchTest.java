package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Picture;
import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Missing;
import dev.roomline.domain.Render;
import dev.roomline.images.StoreResult;
import dev.roomline.images.StoreResult.Absent;
import dev.roomline.images.StoreResult.Broken;
import dev.roomline.images.StoreResult.Failed;
import dev.roomline.images.StoreResult.Refused;
import dev.roomline.images.StoreResult.Stored;
import dev.roomline.render.PictureSearch.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureSearchTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Absent NOT_THERE = new Absent("it answered 404");
  private static final Broken WEB_PAGE = new Broken("is a web page");

  @Test
  void whatIsNotThereIsLookedForEightTimesMoreThenAskedForThenSoughtAtTheSpare() {
    var search = new PictureSearch(render("proxy"), false);

    assertThat(steps(search, NOT_THERE))
        .containsExactly(
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.LOOK_LATER,
            Next.ASK_FOR_NEW_ADDRESSES,
            Next.TRY_PROXY_LINKS,
            Next.GIVE_UP);
  }

  @Test
  void aWreckIsLookedAtThreeTimesMore() {
    assertThat(steps(new PictureSearch(render(), false), WEB_PAGE))
        .filteredOn(Next.LOOK_LATER::equals)
        .hasSize(3);
  }

  @Test
  void anAddressThatIsRefusedIsNotTriedAgain() {
    assertThat(steps(new PictureSearch(render(), false), new Refused("inner")))
        .containsExactly(Next.ASK_FOR_NEW_ADDRESSES, Next.GIVE_UP);
  }

  @Test
  void whatIsLongGoneIsLookedForOnce() {
    assertThat(steps(new PictureSearch(render(), true), NOT_THERE))
        .containsExactly(Next.ASK_FOR_NEW_ADDRESSES, Next.GIVE_UP);
  }

  @Test
  void onceThePatienceIsOverNoPictureIsLookedFor() {
    var search = new PictureSearch(render("proxy"), false);
    search.missing();

    assertThat(search.left(PATIENCE)).isEqualTo(PATIENCE);
    assertThat(search.left(Duration.ofMillis(400))).isEqualTo(Duration.ofSeconds(1));
    assertThat(search.left(Duration.ZERO)).isZero();
    assertThat(search.next(Duration.ZERO)).isEqualTo(Next.GIVE_UP);
  }

  @Test
  void whatIsNowhereIsGone() {
    assertThat(ending(NOT_THERE, NOON)).isEqualTo(new Gone("it answered 404"));
  }

  @Test
  void aBrokenPictureIsGoneOnceItsLinksHaveExpired() {
    assertThat(ending(WEB_PAGE, NOON)).isEqualTo(new Missing("what came is a web page"));
    assertThat(ending(WEB_PAGE, NOON.plus(Duration.ofHours(25)))).isInstanceOf(Gone.class);
  }

  @Test
  void aPictureWithoutAKnownExpiryStaysMissing() {
    assertThat(ending(new Failed("no connection"), NOON.plus(Duration.ofDays(9))))
        .isEqualTo(new Missing("no connection"));
  }

  @Test
  void aMissingProxyLinkDoesNotMakeABrokenPictureGone() {
    var search = new PictureSearch(render("proxy"), false);
    search.missing();
    search.onStoreResult(0, WEB_PAGE);
    search.useProxyLinks();
    search.onStoreResult(0, NOT_THERE);

    assertThat(search.finalStatus(NOON, NOON)).isInstanceOf(Missing.class);
  }

  @Test
  void allPicturesMustComeAndEachIsFetchedOnce() {
    var search = new PictureSearch(
        new Render(List.of("a", "b"), List.of(), null, null, "7", null, null), false);
    assertThat(search.missing()).containsExactly(0, 1);

    search.onStoreResult(1, new Stored(new Picture("0".repeat(64), "png", 1, 1)));

    assertThat(search.complete()).isFalse();
    assertThat(search.missing()).containsExactly(0);
  }

  private static PictureStatus ending(StoreResult miss, Instant now) {
    var search = new PictureSearch(render(), false);
    steps(search, miss);
    return search.finalStatus(NOON, now);
  }

  private static List<Next> steps(PictureSearch search, StoreResult miss) {
    var steps = new ArrayList<Next>();
    do {
      for (var place : search.missing()) search.onStoreResult(place, miss);
      steps.add(search.next(PATIENCE));
      var step = steps.get(steps.size() - 1);
      if (step == Next.ASK_FOR_NEW_ADDRESSES) search.useNewAddresses(search.render());
      if (step == Next.TRY_PROXY_LINKS) search.useProxyLinks();
    } while (steps.get(steps.size() - 1) != Next.GIVE_UP);
    return steps;
  }

  private static Render render(String... spares) {
    return new Render(List.of("a"), List.of(spares), null, null, "7", null, null);
  }
}
