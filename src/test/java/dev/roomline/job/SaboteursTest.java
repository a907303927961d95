package dev.roomline.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The long campaign with them runs seldom; whether they fit the source shows in every build. */
class SaboteursTest {

  @ParameterizedTest
  @MethodSource("dev.roomline.job.Saboteurs#all")
  void fitsTheSource(Saboteur saboteur) throws Exception {
    assertThat(saboteur.sources()).isNotEmpty();
  }
}
