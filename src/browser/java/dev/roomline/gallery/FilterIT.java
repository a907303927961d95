package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FilterIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.desktop();

  @BeforeEach
  void open() throws Exception {
    browser.open(DemoGalleries.twelve());
  }

  @Test
  void aFilterNarrows() {
    choose("listing", "HL-1041");

    assertThat(shown()).isEqualTo(4);
    assertThat(browser.one("#shown").getText()).isEqualTo("4 of 12 rooms");
  }

  @Test
  void filtersCombine() {
    choose("listing", "HL-1042");
    choose("style", "scandinavian");

    assertThat(shown()).isEqualTo(1);
  }

  @Test
  void theChecksFilterFindsWhatIsToReview() {
    choose("check", "another aspect than its photo");

    assertThat(browser.one("article:not([hidden]) h3").getText()).isEqualTo("Nursery");
  }

  @Test
  void countsTellWhatTheOtherFiltersLeave() {
    choose("listing", "HL-1044");

    assertThat(option("status", "unsure")).contains("Unsure").endsWith("(1)");
    assertThat(option("status", "rendered")).endsWith("(0)");
  }

  @Test
  void wordsAreSoughtInPromptsAndSeeds() {
    browser.one("[name=q]").sendKeys("KITCHEN 3969933443");

    assertThat(shown()).isEqualTo(1);
  }

  @Test
  void theAddressRemembers() throws Exception {
    choose("style", "coastal");
    browser.one("[name=q]").sendKeys("office");
    var address = browser.driver().getCurrentUrl();

    browser.open(DemoGalleries.twelve(), address.substring(address.indexOf('#')));

    assertThat(address).endsWith("#q=office&style=coastal");
    assertThat(shown()).isEqualTo(1);
  }

  @Test
  void aCountOfTheSummaryFilters() {
    browser.one("[data-figure=refused] a").click();

    await().until(() -> shown() == 1); // the page hears of its new address a moment later
    assertThat(browser.one(".trouble:not([hidden]) h3").getText()).isEqualTo("Conservatory");
  }

  @Test
  void nothingFoundOffersTheWayBack() {
    browser.one("[name=q]").sendKeys("no such room");

    browser.one(".nothing .clear").click();

    assertThat(shown()).isEqualTo(12);
    assertThat(browser.driver().getCurrentUrl()).doesNotContain("such");
  }

  @Test
  void theSkipLinkLeavesTheFiltersAlone() {
    choose("listing", "HL-1041");

    browser.js("document.querySelector('.skip').click()");

    assertThat(shown()).isEqualTo(4);
  }

  private static void choose(String facet, String value) {
    browser.js(
        "var it = document.querySelector('select[name=' + arguments[0] + ']'); it.value = arguments[1];"
            + "it.dispatchEvent(new Event('input', {bubbles: true}))",
        facet,
        value);
  }

  private static String option(String facet, String value) {
    return (String) browser.js(
        "return document.querySelector('select[name=' + arguments[0] + '] option[value=' + arguments[1] + ']').textContent",
        facet,
        value);
  }

  private static long shown() {
    return browser.number("document.querySelectorAll('article:not([hidden])').length");
  }
}
