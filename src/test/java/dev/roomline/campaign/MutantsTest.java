package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The campaign with the mutants runs seldom; every build checks that they fit the source. */
class MutantsTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @MethodSource("dev.roomline.campaign.Mutants#all")
  void fitsTheSource(Mutant mutant) throws Exception {
    assertThat(mutant.compile(folder)).isNotEmptyDirectory();
  }
}
