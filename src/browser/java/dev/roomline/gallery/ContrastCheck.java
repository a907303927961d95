package dev.roomline.gallery;

/** Finds texts below WCAG's contrast of 4.5 to 1. */
final class ContrastCheck {
  private static final String SCRIPT = """
      function channel(it) {
        it /= 255;
        return it <= 0.03928 ? it / 12.92 : Math.pow((it + 0.055) / 1.055, 2.4);
      }
      function light(rgb) {
        return 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
      }
      function rgb(text) { return text.match(/[\\d.]+/g).map(Number); }
      function ground(it) {
        for (; it; it = it.parentElement) {
          var colour = rgb(getComputedStyle(it).backgroundColor);
          if (colour.length === 3 || colour[3] > 0.7) return colour;
        }
        return [255, 255, 255];
      }
      document.querySelectorAll('details').forEach(function (it) { it.open = true; });
      var pale = [];
      document.querySelectorAll('body *').forEach(function (it) {
        var own = Array.from(it.childNodes).some(function (node) {
          return node.nodeType === 3 && node.data.trim();
        });
        if (!own || !it.checkVisibility() || it.closest('script')) return;
        var front = light(rgb(getComputedStyle(it).color));
        var back = light(ground(it));
        var ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
        if (ratio < 4.5) pale.push(it.className + ' ' + it.textContent.trim().slice(0, 30) + ' ' + ratio);
      });
      return pale.join('\\n');""";

  private ContrastCheck() {}

  static String pale(BrowserExtension browser) {
    return (String) browser.js(SCRIPT);
  }
}
