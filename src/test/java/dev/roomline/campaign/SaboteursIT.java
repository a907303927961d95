package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kill campaign notices each of these changes; otherwise its silence would say nothing. */
@Tag("campaign")
class SaboteursIT {
  private static final int MOST_LISTS = 12;
  private static final int HONEST_LISTS = 4;

  @TempDir
  Path folder;

  /** The disk that forgets is no saboteur itself. */
  @Test
  void aPictureThatIsSyncedBeforeItIsNamedIsWholeOnADiskThatForgets() throws Exception {
    var java = LightClasses.with(Saboteurs.honest().compile(folder));
    for (var seed = 1; seed <= HONEST_LISTS; seed++) {
      try (var list = new KillList(java, folder.resolve("list" + seed), seed)) {
        list.survive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.roomline.campaign.Saboteurs#all")
  void isNoticed(Saboteur saboteur) throws Exception {
    var java = LightClasses.with(saboteur.compile(folder));
    for (var seed = 1; seed <= MOST_LISTS; seed++) {
      try (var list = new KillList(java, folder.resolve("list" + seed), seed)) {
        list.survive();
      } catch (AssertionError noticed) {
        System.out.printf("[saboteur] it %s; list %d: %s%n", saboteur, seed, firstLines(noticed));
        assertThat(noticed).hasMessageContaining(saboteur.seenAs());
        return;
      }
    }
    throw new AssertionError("nobody noticed that it " + saboteur);
  }

  private static String firstLines(AssertionError noticed) {
    var words = String.valueOf(noticed.getMessage()).strip().replaceAll("\\s+", " ");
    return words.substring(0, Math.min(160, words.length()));
  }
}
