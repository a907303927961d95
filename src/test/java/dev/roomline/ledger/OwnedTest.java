package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.room.Keeping.Kept;
import dev.roomline.room.Picture;
import dev.roomline.room.Place;
import dev.roomline.room.Render;
import dev.roomline.room.RenderKey;
import dev.roomline.room.RenderOutcome;
import dev.roomline.room.RenderOutcome.Rendered;
import dev.roomline.room.RenderOutcome.Spoiled;
import dev.roomline.room.RenderOutcome.Unsure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedTest {
  private static final Render RENDER =
      new Render(List.of("https://a.example/1.png"), List.of(), 1L, null, "7", 1.0, "{}");
  private static final Kept KEPT =
      new Kept(List.of(new Picture("ab".repeat(32), "png", 4, 3)), null, true, List.of());

  @TempDir
  Path folder;

  private Books books;
  private Run run;

  @BeforeEach
  void open() {
    books = new Books(folder);
    run = books.begin("one");
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void isWhatWasRenderedAndKept() {
    kept(bought("kept", 0, 1, new Rendered(RENDER)));
    bought("not kept", 0, 1, new Rendered(RENDER));
    bought("unsure", 0, 1, new Unsure("lost"));
    books.ledger.claim(purchase("on its way", 0, 1), run.number(), Place.ofRow(2), noCap());

    assertThat(owned(0, "kept", "not kept", "unsure", "on its way", "never seen"))
        .containsExactly("kept");
  }

  @Test
  void goesByTheNewestThatIsKnown() {
    bought("better", 0, 1, new Spoiled("failed"));
    kept(bought("better", 0, 2, new Rendered(RENDER)));
    kept(bought("worse", 0, 1, new Rendered(RENDER)));
    bought("worse", 1, 1, new Unsure("lost"));

    assertThat(owned(0, "better", "worse")).containsExactly("better");
  }

  @Test
  void isNotWhatAnEarlierEditionBought() {
    kept(bought("k", 0, 1, new Rendered(RENDER)));

    assertThat(owned(1, "k")).isEmpty();
  }

  @Test
  void isNotWhatAPersonRejected() {
    var purchase = bought("k", 0, 1, new Rendered(RENDER));
    kept(purchase);

    books
        .ledger
        .decisions()
        .judge(purchase, new Judgement(Decision.REJECTED, "anna", "", Instant.now()));

    assertThat(owned(0, "k")).isEmpty();
  }

  @Test
  void isNothingOfNothing() {
    assertThat(owned(0)).isEmpty();
  }

  private Set<String> owned(int sinceEdition, String... keys) {
    var asked = Stream.of(keys).map(RenderKey::new).toList();
    var owned = books.ledger.owned(asked, sinceEdition);
    return Set.copyOf(owned.keySet().stream().map(RenderKey::value).toList());
  }

  private Purchase bought(String key, int edition, int attempt, RenderOutcome outcome) {
    var purchase = purchase(key, edition, attempt);
    books.ledger.claim(purchase, run.number(), Place.ofRow(2), noCap());
    books.ledger.settle(purchase, run.number(), outcome);
    return purchase;
  }

  private void kept(Purchase purchase) {
    books.ledger.pictures().write(purchase, RENDER, KEPT);
  }

  private static Purchase purchase(String key, int edition, int attempt) {
    return new Purchase(new RenderKey(key), edition, attempt);
  }

  private static Allowance noCap() {
    return Allowance.ofRenders(Long.MAX_VALUE);
  }
}
