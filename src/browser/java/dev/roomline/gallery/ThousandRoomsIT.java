package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThousandRoomsIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.desktop();

  private static Path page;

  @BeforeAll
  static void hang() throws Exception {
    page = DemoGalleries.thousand();
    browser.patience(Duration.ofSeconds(30));
  }

  @Test
  void openInUnderThreeSeconds() {
    browser.open(page);

    var millis = ((Number) browser.js("""
        var first = document.querySelectorAll('.room:nth-child(-n+6) .pair img');
        return Promise.all(Array.from(first, function (it) {
          return it.decode();
        })).then(function () {
          return new Promise(function (done) {
            requestAnimationFrame(function () { requestAnimationFrame(done); });
          });
        }).then(function () {
          var loaded = performance.getEntriesByType('navigation')[0].loadEventEnd;
          return Math.max(loaded, performance.now());
        })""")).longValue();

    System.out.println("1,000 rooms: loaded and the first painted after " + millis + " ms");
    assertThat(millis).isLessThan(3_000);
  }

  @Test
  void onlyPicturesNearTheScreenAreFetched() {
    browser.open(page);

    assertThat(browser.requests().stream().filter(it -> it.contains("/pictures/")))
        .hasSizeBetween(2, 200);
  }

  @Test
  void searchAnswersAtOnce() {
    browser.open(page);

    var millis = browser.number("""
        (function () {
          var start = performance.now();
          var field = document.querySelector('[name=q]');
          field.value = 'kitchen';
          field.dispatchEvent(new Event('input', {bubbles: true}));
          document.body.offsetHeight;
          return performance.now() - start;
        }())""");

    System.out.println("1,000 rooms: searched in " + millis + " ms");
    assertThat(millis).isLessThan(1_000);
  }
}
