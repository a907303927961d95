package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

class AccessibilityIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.desktop();

  @BeforeEach
  void open() throws Exception {
    browser.open(DemoGalleries.twelve());
  }

  @Test
  void everyPictureSaysWhatItShows() {
    assertThat(browser.all("img"))
        .isNotEmpty()
        .allMatch(it -> !it.getDomAttribute("alt").isBlank());
  }

  @Test
  void everyControlHasAName() {
    // The browser lays out only what is near the visible part.
    browser.js("document.querySelector('.foot').scrollIntoView()");

    assertThat(browser.all("a, button, input, select, summary"))
        .filteredOn(it -> it.isDisplayed())
        .isNotEmpty()
        .allMatch(it -> !it.getAccessibleName().isBlank());
  }

  @Test
  void everyControlOfTheFullViewHasAName() {
    browser.js("document.querySelector('.open').click()");

    assertThat(browser.all("dialog a, dialog button, dialog input, dialog summary"))
        .filteredOn(it -> it.isDisplayed())
        .hasSizeGreaterThan(5)
        .allMatch(it -> !it.getAccessibleName().isBlank());
  }

  @Test
  void noIdIsUsedTwice() {
    assertThat(browser.number("""
        (function () {
          var ids = Array.from(document.querySelectorAll('[id]'), function (it) { return it.id; });
          return ids.length - new Set(ids).size;
        }())""")).isZero();
  }

  @Test
  void thePageHasItsLandmarks() {
    assertThat(browser.all("body > header")).hasSize(1);
    assertThat(browser.all("main")).hasSize(1);
    assertThat(browser.all("body > footer")).hasSize(1);
    assertThat(browser.all("[role=search]")).hasSize(1);
    assertThat(browser.all("h1")).hasSize(1);
  }

  @Test
  void theKeyboardsWayShowsWhereItIs() {
    for (int step = 0; step < 14; step++) {
      browser.press(Keys.TAB);

      assertThat(browser.js("""
          var here = document.activeElement;
          var shown = here.matches('.split') ? getComputedStyle(here.nextElementSibling, '::after')
            : getComputedStyle(here);
          return shown.outlineStyle""")).as("step " + step).isEqualTo("solid");
    }
  }
}
