package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

class FullViewIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.desktop();

  @BeforeEach
  void open() throws Exception {
    browser.open(DemoGalleries.twelve());
    browser.focus(".open");
    browser.press(Keys.ENTER);
  }

  @Test
  void opensByEnter() {
    assertThat(browser.one("dialog").isDisplayed()).isTrue();
    assertThat(title()).isEqualTo("Living room");
  }

  @Test
  void closesByEscapeAndGivesTheFocusBack() {
    browser.press(Keys.ESCAPE);

    assertThat(browser.one("dialog").isDisplayed()).isFalse();
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(browser.one(".room .open"));
  }

  @Test
  void arrowKeysLeadToTheNextRoomAndBack() {
    browser.press(Keys.ARROW_RIGHT);
    assertThat(title()).isEqualTo("Bedroom");

    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(title()).isEqualTo("Loft");
  }

  @Test
  void arrowKeysOnItsSliderMoveTheSlider() {
    browser.focus("#view .split");

    browser.press(Keys.ARROW_LEFT);

    assertThat(browser.one("#view .split").getDomProperty("value")).isEqualTo("49");
    assertThat(title()).isEqualTo("Living room");
  }

  @Test
  void bearsTheMarkAndTheFullPicture() {
    assertThat(browser.one("#view .mark").getText()).isEqualTo("AI-rendered");
    assertThat(browser.one("#view .after img").getDomProperty("src")).endsWith("scandinavian.png");
    assertThat(browser.one("#view-save").getDomProperty("href")).endsWith("scandinavian.png");
  }

  @Test
  void showsBothPicturesSideBySide() {
    browser.one("#view-mode").click();

    assertThat(browser.one("#view .before img").getRect().x)
        .isLessThan(browser.one("#view .after img").getRect().x);
    assertThat(browser.all("#view .split")).isEmpty();
  }

  @Test
  void pagesThroughWhatTheFiltersLeave() throws Exception {
    browser.open(DemoGalleries.twelve(), "#listing=HL-1043");
    browser.focus("article:not([hidden]) .open");
    browser.press(Keys.ENTER);

    assertThat(browser.one("#view-place").getText()).isEqualTo("1 of 2");
  }

  @Test
  void showsEveryRenderOfARoom() {
    browser.press(Keys.ESCAPE);
    browser.js("document.querySelectorAll('.outputs a')[1].click()");

    assertThat(title()).isEqualTo("Dining room (2 of 2)");
    assertThat(browser.one("#view .after img").getDomProperty("src")).endsWith("--b.png");
  }

  private static String title() {
    return browser.one("#view-title").getText();
  }
}
