package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Seeds;
import dev.roomline.domain.Series;
import dev.roomline.domain.Series.Style;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which renders a sheet asks for per row. */
class SeriesTest {
  @TempDir
  Path temp;

  @Test
  void withoutAWordItIsOneRenderPerRow() throws IOException {
    assertThat(series("", Map.of())).isEqualTo(Series.PLAIN);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    var series = series("""
        variants: 3
        seed: fixed 42
        style-column: look
        styles:
          Scandinavian: { prompt: "{room}, pale oak", guidance_scale: 7.50 }
          as it is: {}
          bare:
        """, Map.of());

    assertThat(series.variants()).isEqualTo(3);
    assertThat(series.seeds()).isEqualTo(new Seeds.Fixed(42));
    assertThat(series.styleColumn()).isEqualTo("look");
    assertThat(series.styles())
        .containsExactly(
            new Style(
                "Scandinavian",
                Map.of("prompt", "{room}, pale oak", "guidance_scale", new BigDecimal("7.5"))),
            new Style("as it is", Map.of()),
            new Style("bare", Map.of()));
  }

  @Test
  void seedsMayBeTheRowsOwnOrTheVendors() throws IOException {
    assertThat(series("seed: per-row", Map.of()).seeds()).isEqualTo(new Seeds.PerRow());
    assertThat(series("seed: random", Map.of()).seeds()).isEqualTo(new Seeds.Random());
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

  private Series series(String text, Map<String, String> flags) throws IOException {
    var sheet = Files.writeString(temp.resolve("nightly.yml"), "input: a\n" + text + "\n");
    return JobSheet.load(sheet, flags).rooms().series();
  }
}
