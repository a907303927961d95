package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PauseNewsTest {
  private final AtomicLong now = new AtomicLong();
  private final List<String> told = new ArrayList<>();
  private final PauseNews news = new PauseNews(now::get);

  PauseNewsTest() {
    news.readBy(told::add);
  }

  @Test
  void tellsOfALongPauseInASentence() {
    news.paused(Duration.ofSeconds(30));

    assertThat(told)
        .containsExactly("The provider answered \"too many requests\"; waiting 30 s before the next"
            + " request.");
  }

  @Test
  void aShortPauseIsNoNewsHoweverLateItComes() {
    pass(Duration.ofHours(1));
    news.paused(Duration.ofSeconds(10));

    assertThat(told).isEmpty();
  }

  @Test
  void severalAnswersOfOneMomentAreToldOnce() {
    for (var n = 0; n < 5; n++) {
      news.paused(Duration.ofSeconds(30));
      pass(Duration.ofMillis(200));
    }

    assertThat(told).hasSize(1);
  }

  @Test
  void aPauseThatGetsMuchLongerIsToldAgain() {
    news.paused(Duration.ofSeconds(30));
    pass(Duration.ofSeconds(1));
    news.paused(Duration.ofMinutes(15));

    assertThat(told).hasSize(2).last().asString().contains("waiting 900 s");
  }

  @Test
  void theNextPauseIsToldAgain() {
    news.paused(Duration.ofSeconds(11));
    pass(Duration.ofSeconds(11));
    news.paused(Duration.ofSeconds(11));

    assertThat(told).hasSize(2);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
