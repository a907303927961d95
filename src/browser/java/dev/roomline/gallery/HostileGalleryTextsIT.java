package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Texts of a spreadsheet stay texts in the gallery, whatever they contain. */
class HostileGalleryTextsIT {
  private static final List<String> TEXTS = List.of(
      "<img src=x onerror=window.pwned=alert(1)>",
      "</script><script>window.pwned=1;alert(1)</script>",
      "</style><style>body{display:none}</style>",
      "\" onmouseover=\"window.pwned=1\" autofocus onfocus=\"window.pwned=1",
      "' onclick='window.pwned=1",
      "javascript:window.pwned=alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "{{look.policy}} {{{look.script}}} {{>room}} {{#cards}}",
      "--><svg onload=window.pwned=1><!--",
      "</title></textarea></bdi></article></main><iframe srcdoc='<script>parent.pwned=1</script>'>",
      "<base href=https://elsewhere.example/><meta http-equiv=refresh content=0;url=https://elsewhere.example>",
      "&lt;img src=x onerror=alert(1)&gt; &#60;b&#62;",
      "\u202Egpj.exe\u202D \u2067reversed\u0000\u0007\u001B[31m\uFEFF\uD800",
      "one\ntwo\r\n\nthree\u2028four\tfive",
      "__proto__",
      "x".repeat(10_000),
      "wörter ".repeat(1_500));

  @RegisterExtension
  static final BrowserExtension browser = BrowserExtension.phone();

  @TempDir
  static Path folder;

  private static Path page;

  @BeforeAll
  static void hang() throws Exception {
    var rooms = new ArrayList<GalleryRoom>();
    var counts = new LinkedHashMap<String, Long>();
    try (var pictures = new DemoPictures(folder)) {
      var photo = pictures.before("bedroom", "plain");
      for (int at = 0; at < TEXTS.size(); at++) {
        var text = TEXTS.get(at);
        var named = pictures.again(photo, at + name(text));
        rooms.add(room(at, text, List.of(named, named), named));
        rooms.add(room(at, text, List.of(), named));
        counts.put(text, 2L);
      }
    }
    var all = String.join(" ", TEXTS);
    var cover = new RunHeader(
        all,
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        java.time.Duration.ZERO,
        counts,
        1,
        1,
        name(all),
        TEXTS,
        all);
    page = GalleryFixture.publish(folder, cover, rooms);
  }

  @BeforeEach
  void open() {
    browser.open(page);
  }

  @Test
  void nothingRuns() {
    everythingTouched();

    assertThat(browser.js("return window.pwned")).isNull();
  }

  @Test
  void nothingIsComplainedOf() {
    everythingTouched();

    assertThat(browser.console()).isEmpty();
  }

  @Test
  void noElementIsInjected() {
    assertThat(browser.all("article")).hasSize(2 * TEXTS.size());
    assertThat(browser.all("script")).hasSize(2);
    assertThat(browser.all("style")).hasSize(1);
    assertThat(browser.all("meta[http-equiv]")).hasSize(1);
    assertThat(
            browser.all("svg, iframe, base, [onerror], [onload], [onclick], [onfocus], [srcdoc]"))
        .isEmpty();
    assertThat(browser.number("document.images.length")).isEqualTo(5L * TEXTS.size());
  }

  @Test
  void everyLinkStaysInTheFolder() {
    var outside = browser.js("""
        return Array.from(document.querySelectorAll('main a, main img'), function (it) {
          return it.href || it.src;
        }).filter(function (it) { return !it.startsWith(document.URL.replace(/[^/]*$/, '')); })""");

    assertThat((List<?>) outside).isEmpty();
  }

  @Test
  void picturesUnderHostileNamesAreFound() {
    browser.js("document.querySelectorAll('img').forEach(function (it) { it.loading = 'eager'; })");

    assertThat(browser.js("""
        return Promise.all(Array.from(document.images, function (it) { return it.decode(); }))
          .then(function () { return 'all'; }, String)""")).isEqualTo("all");
  }

  @Test
  void textsReadAsTheyStand() {
    assertThat(browser.js("return document.querySelectorAll('.trouble .cause bdi')[0].textContent"))
        .isEqualTo(TEXTS.get(0));
    assertThat(browser.js("return document.querySelectorAll('.trouble .cause bdi')[7].textContent"))
        .isEqualTo(TEXTS.get(7));
  }

  @Test
  void nothingScrollsSideways() {
    browser.js("document.querySelectorAll('details').forEach(function (it) { it.open = true; })");

    assertThat(browser.number("document.documentElement.scrollWidth")).isEqualTo(360);
  }

  @Test
  void noTextMakesACardEndless() {
    assertThat(browser.number("""
        Math.max.apply(null, Array.from(document.querySelectorAll('article'), function (it) {
          it.style.contentVisibility = 'visible';
          return it.offsetHeight;
        }))""")).isLessThan(1_500);
  }

  @Test
  void everyTextCanBeFilteredFor() {
    for (var text : TEXTS.subList(0, 12)) {
      browser.js("""
          var it = document.querySelector('select[name=listing]');
          it.value = arguments[0];
          it.dispatchEvent(new Event('input', {bubbles: true}))""", text);

      assertThat(browser.number("document.querySelectorAll('article:not([hidden])').length"))
          .as(text)
          .isEqualTo(2);
    }
  }

  /** Filters, the full view of every room, every button that copies. */
  private static void everythingTouched() {
    browser.js("""
        document.querySelectorAll('select').forEach(function (select) {
          for (var at = 0; at < select.options.length; at++) {
            select.selectedIndex = at;
            select.dispatchEvent(new Event('input', {bubbles: true}));
          }
        });
        document.querySelector('.clear').click();
        document.querySelectorAll('details').forEach(function (it) { it.open = true; });
        document.querySelectorAll('.copy').forEach(function (it) { it.click(); });
        document.querySelector('.open').click();""");
    for (int at = 0; at < 2 * TEXTS.size(); at++) browser.press(Keys.ARROW_RIGHT);
    browser.press(Keys.ESCAPE);
  }

  private static GalleryRoom room(
      int at, String text, List<GalleryPicture> pictures, GalleryPicture before) {
    return new GalleryRoom(
        at,
        text,
        text,
        text,
        new RenderDetails(text, text, text, text, text),
        new PaymentDetails(text, text, 1, text, Instant.EPOCH),
        new RoomProblems(text, text, text, List.of(text, text)),
        pictures,
        before);
  }

  /** The part of it that is possible in a file's name. */
  private static String name(String text) {
    var name = text.replaceAll("[/\\p{Cntrl}\\p{Cs}]", "");
    return name.substring(0, Math.min(60, name.length()));
  }
}
