package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.JavascriptException;

class OfflineIT {
  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.desktop();

  @BeforeEach
  void open() throws Exception {
    browser.open(DemoGalleries.twelve());
    browser.js("document.querySelector('.open').click()");
    browser.js("document.querySelector('#view-next').click()");
  }

  @Test
  void nothingIsAskedOfTheNet() {
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(it -> it.startsWith("file:") || it.startsWith("data:"));
  }

  @Test
  void thePolicyLetsEverythingOfOursPass() {
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void thePolicyStopsAScriptThatIsNotOurs() {
    assertThatThrownBy(() -> browser.js("""
            document.querySelector('h1').setAttribute('onclick', 'alert(1)')"""))
        .isInstanceOf(JavascriptException.class)
        .hasMessageContaining("TrustedScript");
  }

  @Test
  void thePolicyStopsMarkupFromAText() {
    assertThatThrownBy(() -> browser.js("document.querySelector('h1').innerHTML = '<b>a</b>'"))
        .isInstanceOf(JavascriptException.class)
        .hasMessageContaining("TrustedHTML");
  }
}
