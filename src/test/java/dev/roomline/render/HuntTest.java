package dev.roomline.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Keeping;
import dev.roomline.domain.Keeping.Gone;
import dev.roomline.domain.Keeping.Missing;
import dev.roomline.domain.Picture;
import dev.roomline.domain.Render;
import dev.roomline.images.Shelved;
import dev.roomline.images.Shelved.Absent;
import dev.roomline.images.Shelved.Broken;
import dev.roomline.images.Shelved.Failed;
import dev.roomline.images.Shelved.OnShelf;
import dev.roomline.images.Shelved.Refused;
import dev.roomline.render.Hunt.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HuntTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Absent NOT_THERE = new Absent("it answered 404");
  private static final Broken WEB_PAGE = new Broken("is a web page");

  @Test
  void whatIsNotThereIsLookedForEightTimesMoreThenAskedForThenSoughtAtTheSpare() {
    var hunt = new Hunt(render("proxy"), false);

    assertThat(steps(hunt, NOT_THERE))
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
            Next.TRY_THE_SPARES,
            Next.GIVE_UP);
  }

  @Test
  void aWreckIsLookedAtThreeTimesMore() {
    assertThat(steps(new Hunt(render(), false), WEB_PAGE))
        .filteredOn(Next.LOOK_LATER::equals)
        .hasSize(3);
  }

  @Test
  void anAddressThatIsRefusedIsNotTriedAgain() {
    assertThat(steps(new Hunt(render(), false), new Refused("inner")))
        .containsExactly(Next.ASK_FOR_NEW_ADDRESSES, Next.GIVE_UP);
  }

  @Test
  void whatIsLongGoneIsLookedForOnce() {
    assertThat(steps(new Hunt(render(), true), NOT_THERE))
        .containsExactly(Next.ASK_FOR_NEW_ADDRESSES, Next.GIVE_UP);
  }

  @Test
  void whatIsNowhereIsGone() {
    assertThat(ending(NOT_THERE, NOON)).isEqualTo(new Gone("it answered 404"));
  }

  @Test
  void aWreckIsGoneOnceLinksHaveDied() {
    assertThat(ending(WEB_PAGE, NOON)).isEqualTo(new Missing("what came is a web page"));
    assertThat(ending(WEB_PAGE, NOON.plus(Duration.ofHours(25)))).isInstanceOf(Gone.class);
  }

  @Test
  void whatNobodyKnowsStaysMissingForEver() {
    assertThat(ending(new Failed("no connection"), NOON.plus(Duration.ofDays(9))))
        .isEqualTo(new Missing("no connection"));
  }

  @Test
  void aSpareThatIsNotThereDoesNotMakeAWreckGone() {
    var hunt = new Hunt(render("proxy"), false);
    hunt.missing();
    hunt.came(0, WEB_PAGE);
    hunt.trySpares();
    hunt.came(0, NOT_THERE);

    assertThat(hunt.given(NOON, NOON)).isInstanceOf(Missing.class);
  }

  @Test
  void allPicturesMustComeAndEachIsFetchedOnce() {
    var hunt =
        new Hunt(new Render(List.of("a", "b"), List.of(), null, null, "7", null, null), false);
    assertThat(hunt.missing()).containsExactly(0, 1);

    hunt.came(1, new OnShelf(new Picture("0".repeat(64), "png", 1, 1)));

    assertThat(hunt.complete()).isFalse();
    assertThat(hunt.missing()).containsExactly(0);
  }

  private static Keeping ending(Shelved miss, Instant now) {
    var hunt = new Hunt(render(), false);
    steps(hunt, miss);
    return hunt.given(NOON, now);
  }

  private static List<Next> steps(Hunt hunt, Shelved miss) {
    var steps = new ArrayList<Next>();
    do {
      for (var place : hunt.missing()) hunt.came(place, miss);
      steps.add(hunt.next(PATIENCE));
      var step = steps.get(steps.size() - 1);
      if (step == Next.ASK_FOR_NEW_ADDRESSES) hunt.moved(hunt.render());
      if (step == Next.TRY_THE_SPARES) hunt.trySpares();
    } while (steps.get(steps.size() - 1) != Next.GIVE_UP);
    return steps;
  }

  private static Render render(String... spares) {
    return new Render(List.of("a"), List.of(spares), null, null, "7", null, null);
  }
}
