package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kill campaign notices each of these faults; otherwise its success would prove nothing. */
@Tag("campaign")
class MutantsIT {
  private static final int MOST_LISTS = 12;
  private static final int HONEST_LISTS = 4;

  @TempDir
  Path folder;

  /** A disk that forgets is not a fault by itself. */
  @Test
  void aPictureThatIsSyncedBeforeItIsNamedIsWholeOnADiskThatForgets() throws Exception {
    var java = ChildClassPath.with(Mutants.controlWithoutMutation().compile(folder));
    for (var seed = 1; seed <= HONEST_LISTS; seed++) {
      try (var list = new KillScenario(java, folder.resolve("list" + seed), seed)) {
        list.killUntilDone();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.roomline.campaign.Mutants#all")
  void isNoticed(Mutant mutant) throws Exception {
    var java = ChildClassPath.with(mutant.compile(folder));
    for (var seed = 1; seed <= MOST_LISTS; seed++) {
      try (var list = new KillScenario(java, folder.resolve("list" + seed), seed)) {
        list.killUntilDone();
      } catch (AssertionError noticed) {
        System.out.printf("[saboteur] it %s; list %d: %s%n", mutant, seed, firstLines(noticed));
        assertThat(noticed).hasMessageContaining(mutant.expectedFailure());
        return;
      }
    }
    throw new AssertionError("the campaign did not notice that it " + mutant);
  }

  private static String firstLines(AssertionError noticed) {
    var message = String.valueOf(noticed.getMessage()).strip().replaceAll("\\s+", " ");
    return message.substring(0, Math.min(160, message.length()));
  }
}
