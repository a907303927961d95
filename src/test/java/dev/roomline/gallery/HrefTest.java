package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrefTest {

  @ParameterizedTest
  @ValueSource(strings = {"pictures/a b.png", "ä+ö/50%.jpg", "a?b#c.png", "\"><img>.png", "日本.png"})
  void leadsBackToTheFile(String path) {
    assertThat(URLDecoder.decode(Href.of(path).replace("+", "%2B"), StandardCharsets.UTF_8))
        .isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "https://elsewhere.example/a.png", "data:text/html,x"})
  void namesNoScheme(String path) {
    assertThat(URI.create(Href.of(path)).getScheme()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "../a.png", "pictures/../../a.png", ".."})
  void aPictureLiesBelowThePage(String path) {
    assertThatThrownBy(() -> new GalleryPicture(path, "a.png", 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below the page");
  }

  @Test
  void keepsPlainNamesReadable() {
    assertThat(Href.of("pictures/HL-1041--0a1b2c3d.png"))
        .isEqualTo("pictures/HL-1041--0a1b2c3d.png");
  }
}
