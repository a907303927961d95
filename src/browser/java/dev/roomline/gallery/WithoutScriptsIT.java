package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

class WithoutScriptsIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.withoutScripts();

  @BeforeEach
  void open() throws Exception {
    browser.open(DemoGalleries.twelve());
  }

  @Test
  void scriptsAreReallyOff() {
    assertThat(browser.all("html.js")).isEmpty();
  }

  @Test
  void everyRoomIsThere() {
    assertThat(browser.all("article")).hasSize(12).allMatch(it -> it.isDisplayed());
  }

  @Test
  void photoAndRenderStandSideBySide() {
    var before = browser.one(".before img").getRect();
    var after = browser.one(".after img").getRect();

    assertThat(before.x + before.width).isLessThanOrEqualTo(after.x);
    assertThat(before.y).isEqualTo(after.y);
  }

  @Test
  void detailsUnfold() {
    // A click of the driver's would wait for a script.
    browser.focus(".room summary");
    browser.press(Keys.ENTER);

    assertThat(browser.one(".room dl").getText()).contains("Prompt", "Seed", "3969949281");
  }

  @Test
  void theFullPictureIsALink() {
    assertThat(browser.one(".open").getDomAttribute("href")).endsWith("scandinavian.png");
  }

  @Test
  void controlsThatNeedScriptsAreNotShown() {
    assertThat(browser.all(".filters, .split, .knob, .theme, .copy, dialog"))
        .noneMatch(it -> it.isDisplayed());
  }
}
