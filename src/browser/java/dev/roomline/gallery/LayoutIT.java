package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LayoutIT {

  @Nested
  class OnAPhone {
    @RegisterExtension
    static final BrowserExtension browser = BrowserExtension.phone();

    @Test
    void nothingScrollsSideways() throws Exception {
      browser.open(DemoGalleries.twelve());

      assertThat(overhang(browser)).isZero();
    }

    @Test
    void theFullViewScrollsNotSidewaysEither() throws Exception {
      browser.open(DemoGalleries.twelve());
      browser.js("document.querySelector('.open').click()");

      assertThat(browser.number("document.querySelector('dialog').scrollWidth"))
          .isLessThanOrEqualTo(360);
    }

    @Test
    void filtersUnfold() throws Exception {
      browser.open(DemoGalleries.twelve());
      assertThat(browser.one("select[name=listing]").isDisplayed()).isFalse();

      browser.one(".more").click();

      assertThat(browser.one("select[name=listing]").isDisplayed()).isTrue();
    }
  }

  @Nested
  class InTheDark {
    @RegisterExtension
    static final BrowserExtension browser = BrowserExtension.dark();

    @Test
    void thePaperIsDark() throws Exception {
      browser.open(DemoGalleries.twelve());

      assertThat(paper(browser)).isEqualTo("rgb(27, 25, 22)");
      assertThat(overhang(browser)).isZero();
    }

    @Test
    void aPersonsChoiceOutlivesThePage() throws Exception {
      browser.open(DemoGalleries.twelve());
      browser.one(".theme").click();

      browser.open(DemoGalleries.twelve());

      assertThat(paper(browser)).isEqualTo("rgb(248, 245, 240)");
      browser.one(".theme").click();
    }

    @Test
    void textsKeepTheirContrast() throws Exception {
      browser.open(DemoGalleries.twelve());

      assertThat(ContrastCheck.pale(browser)).isEmpty();
    }
  }

  @Nested
  class OnADesk {
    @RegisterExtension
    static final BrowserExtension browser = BrowserExtension.desktop();

    @Test
    void textsKeepTheirContrast() throws Exception {
      browser.open(DemoGalleries.twelve());

      assertThat(ContrastCheck.pale(browser)).isEmpty();
    }

    @Test
    void picturesArrivingMoveNothing() throws Exception {
      browser.open(DemoGalleries.twelve());

      assertThat(browser.js("""
          return new Promise(function (done) {
            var moved = 0;
            new PerformanceObserver(function (list) {
              list.getEntries().forEach(function (it) { moved += it.value; });
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(function () { done(moved < 0.05); }, 500);
          })""")).isEqualTo(true);
    }
  }

  private static long overhang(BrowserExtension browser) {
    return browser.number("document.documentElement.scrollWidth - innerWidth");
  }

  private static String paper(BrowserExtension browser) {
    return (String) browser.js("return getComputedStyle(document.body).backgroundColor");
  }
}
