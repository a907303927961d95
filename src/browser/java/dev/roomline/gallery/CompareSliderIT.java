package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

class CompareSliderIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.desktop();

  @BeforeEach
  void open() throws Exception {
    browser.open(DemoGalleries.twelve());
  }

  @Test
  void theSliderMovesByArrowKeys() {
    var before = width();
    browser.focus(".split");

    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    assertThat(browser.one(".split").getDomProperty("value")).isEqualTo("53");
    assertThat(width()).isGreaterThan(before);
  }

  @Test
  void theSliderSaysWhereItStands() {
    browser.focus(".split");

    browser.press(Keys.HOME);

    assertThat(browser.one(".split").getDomAttribute("aria-valuetext"))
        .isEqualTo("0 percent before");
  }

  @Test
  void theSliderFollowsThePointer() {
    var slider = browser.one(".split");

    new Actions(browser.driver())
        .moveToElement(slider)
        .clickAndHold()
        .moveByOffset(120, 0)
        .release()
        .perform();

    assertThat(Integer.parseInt(slider.getDomProperty("value"))).isBetween(75, 90);
  }

  @Test
  void theSlidersEndsShowOnePictureAlone() {
    browser.focus(".split");

    browser.press(Keys.END);

    assertThat(width()).isEqualTo(browser.number("document.querySelector('.pair').clientWidth"));
  }

  @Test
  void everyRoomStartsWithBothHalves() {
    assertThat(browser.all(".room .split"))
        .hasSize(10)
        .allMatch(it -> it.getDomProperty("value").equals("50"));
  }

  /** How much of the photo is to be seen. */
  private static long width() {
    return browser.number("""
        (function () {
          var figure = document.querySelector('.pair .before');
          var at = getComputedStyle(figure.parentElement).getPropertyValue('--at');
          return Math.round(figure.clientWidth * parseFloat(at) / 100);
        }())""");
  }
}
