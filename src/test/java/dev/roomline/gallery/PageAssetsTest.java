package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAssetsTest {
  private final PageAssets look = PageAssets.load();

  @Test
  void thePolicyAdmitsNoInlineScriptByWord() {
    assertThat(look.policy())
        .contains("default-src 'none'", "script-src 'sha256-")
        .doesNotContain("unsafe", "http");
  }

  @Test
  void noScriptEndsItsElementEarly() {
    assertThat(look.early() + look.script()).doesNotContain("</script", "<!--");
  }

  @Test
  void noScriptWritesMarkup() {
    assertThat(look.script())
        .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void styleReadsTheSameWhateverTheCheckoutMadeOfLineEnds() {
    assertThat(look.css()).doesNotContain("\r");
  }
}
