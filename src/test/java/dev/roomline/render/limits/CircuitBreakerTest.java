package dev.roomline.render.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Unsure;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CircuitBreakerTest {
  private static final RenderOutcome PHOTO = new Refused(Cause.PHOTO, "no such photo");
  private final CircuitBreaker breaker = new CircuitBreaker();

  static Stream<Arguments> outages() {
    return Stream.of(
        Arguments.of(new Unsure("HTTP 500"), 5, "HTTP 500"),
        Arguments.of(new NotSent("connection refused"), 5, "connection refused"),
        Arguments.of(PHOTO, 20, "20 photos in a row were refused"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void theSameBadAnswerTooOftenInARowEndsTheBuying(RenderOutcome bad, int times, String words) {
    assertThat(stopsAfter(Collections.nCopies(times - 1, bad))).isEmpty();

    assertThat(stopsAfter(List.of(bad))).singleElement().asString().contains(words);
  }

  @Test
  void anyOtherAnswerBeginsTheCountAnew() {
    assertThat(stopsAfter(Collections.nCopies(4, new Unsure("lost")))).isEmpty();
    assertThat(stopsAfter(List.of(new Failed("failed")))).isEmpty();

    assertThat(stopsAfter(Collections.nCopies(4, new Unsure("lost")))).isEmpty();
  }

  @Test
  void aLateGoodAnswerToAnEarlierRequestDoesNotHideAnOutage() {
    var beforeTheOutage = System.nanoTime();
    stopsAfter(Collections.nCopies(4, new Unsure("lost")));

    assertThat(breaker.onOutcome(new Failed("failed"), beforeTheOutage)).isEmpty();

    assertThat(stopsAfter(List.of(new Unsure("lost")))).hasSize(1);
  }

  @Test
  void refusalsOfAnotherCauseBeginTheCountAnew() {
    assertThat(stopsAfter(Collections.nCopies(19, PHOTO))).isEmpty();

    assertThat(stopsAfter(List.of(new Refused(Cause.FIELD, "steps")))).isEmpty();
    assertThat(stopsAfter(List.of(PHOTO))).isEmpty();
  }

  @Test
  void aBusyProviderNeitherCountsNorResets() {
    stopsAfter(Collections.nCopies(4, new Unsure("lost")));
    assertThat(stopsAfter(List.of(new Busy(Duration.ZERO, false)))).isEmpty();

    assertThat(stopsAfter(List.of(new Unsure("lost")))).hasSize(1);
  }

  private List<String> stopsAfter(List<? extends RenderOutcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> breaker.onOutcome(outcome, System.nanoTime()).stream())
        .toList();
  }
}
