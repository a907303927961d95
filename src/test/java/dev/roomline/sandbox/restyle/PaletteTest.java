package dev.roomline.sandbox.restyle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {

  @ParameterizedTest
  @CsvSource({
    "a bright kitchen in Art Deco style, ART_DECO",
    "mid-century modern dining room, MID_CENTURY",
    "'nordic nursery, cosy', SCANDINAVIAN",
    "boho loft with minimal clutter, BOHEMIAN"
  })
  void findsTheStyleInThePrompt(String prompt, Palette style) {
    assertThat(Palette.named(prompt)).isEqualTo(style);
  }

  @Test
  void anUnknownStyleIsAlwaysTheSame() {
    assertThat(Palette.named("brutalist")).isEqualTo(Palette.named("Brutalist!"));
  }

  @Test
  void everyStyleIsFoundByItsSlug() {
    for (var style : Palette.values()) assertThat(Palette.named(style.slug())).isEqualTo(style);
  }
}
