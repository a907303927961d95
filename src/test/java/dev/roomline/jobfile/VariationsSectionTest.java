package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.SeedPolicy;
import dev.roomline.domain.Variations;
import dev.roomline.domain.Variations.Style;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which renders a job file asks for per row. */
class VariationsSectionTest {
  @TempDir
  Path temp;

  @Test
  void withoutStylesOrVariantsItIsOneRenderPerRow() throws IOException {
    assertThat(series("", Map.of())).isEqualTo(Variations.PLAIN);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    var variations = series("""
        variants: 3
        seed: fixed 42
        style-column: look
        styles:
          Scandinavian: { prompt: "{room}, pale oak", guidance_scale: 7.50 }
          as it is: {}
          bare:
        """, Map.of());

    assertThat(variations.variants()).isEqualTo(3);
    assertThat(variations.seedPolicy()).isEqualTo(new SeedPolicy.Fixed(42));
    assertThat(variations.styleColumn()).isEqualTo("look");
    assertThat(variations.styles())
        .containsExactly(
            new Style(
                "Scandinavian",
                Map.of("prompt", "{room}, pale oak", "guidance_scale", new BigDecimal("7.5"))),
            new Style("as it is", Map.of()),
            new Style("bare", Map.of()));
  }

  @Test
  void seedsMayBeTheRowsOwnOrTheProviders() throws IOException {
    assertThat(series("seed: per-row", Map.of()).seedPolicy()).isEqualTo(new SeedPolicy.PerRow());
    assertThat(series("seed: random", Map.of()).seedPolicy()).isEqualTo(new SeedPolicy.Random());
  }

  @Test
  void aFlagChangesAStyleAndItsOrderStays() throws IOException {
    var styles = "styles: { loft: { steps: 21 }, coast: { steps: 31 } }";

    assertThat(series(styles, Map.of("styles.loft.steps", "41")).styles())
        .containsExactly(
            new Style("loft", Map.of("steps", 41L)), new Style("coast", Map.of("steps", 31L)));
  }

  @Test
  void aFlagMayAddAStyle() throws IOException {
    assertThat(series("", Map.of("styles.loft", "{ prompt: brick }")).styles())
        .isEqualTo(List.of(new Style("loft", Map.of("prompt", "brick"))));
  }

  private Variations series(String text, Map<String, String> flags) throws IOException {
    var jobFile = Files.writeString(temp.resolve("nightly.yml"), "input: a\n" + text + "\n");
    return JobFile.load(jobFile, flags).rooms().variations();
  }
}
