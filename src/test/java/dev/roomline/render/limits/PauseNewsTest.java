package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PauseNewsTest {
  private final AtomicLong now = new AtomicLong();
  private final List<String> reported = new ArrayList<>();
  private final PauseNews news = new PauseNews(now::get);

  PauseNewsTest() {
    news.readBy(reported::add);
  }

  @Test
  void reportsALongPauseInASentence() {
    news.paused(Duration.ofSeconds(30));

    assertThat(reported)
        .containsExactly("The provider answered \"too many requests\"; waiting 30 s before the next"
            + " request.");
  }

  @Test
  void aShortPauseIsNoNewsHoweverLateItComes() {
    pass(Duration.ofHours(1));
    news.paused(Duration.ofSeconds(10));

    assertThat(reported).isEmpty();
  }

  @Test
  void severalAnswersOfOneMomentAreReportedOnce() {
    for (var n = 0; n < 5; n++) {
      news.paused(Duration.ofSeconds(30));
      pass(Duration.ofMillis(200));
    }

    assertThat(reported).hasSize(1);
  }

  @Test
  void aPauseThatGetsMuchLongerIsReportedAgain() {
    news.paused(Duration.ofSeconds(30));
    pass(Duration.ofSeconds(1));
    news.paused(Duration.ofMinutes(15));

    assertThat(reported).hasSize(2).last().asString().contains("waiting 900 s");
  }

  @Test
  void theNextPauseIsReportedAgain() {
    news.paused(Duration.ofSeconds(11));
    pass(Duration.ofSeconds(11));
    news.paused(Duration.ofSeconds(11));

    assertThat(reported).hasSize(2);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
