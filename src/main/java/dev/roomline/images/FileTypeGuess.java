package dev.roomline.images;

import dev.roomline.images.ImageProbe.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the type of a file that is not a picture, so that a person finds the cause. */
final class FileTypeGuess {
  static final int LOOKED_AT = 512;

  private static final Map<String, String> PICTURES = Map.of(
      "II*\0", "TIFF",
      "MM\0*", "TIFF",
      "8BPS", "a Photoshop file",
      "\u00FF\n", "JPEG XL",
      "\0\0\0\fJXL ", "JPEG XL",
      "\0\0\0\fjP  ", "JPEG 2000",
      "\0\0\1\0", "an icon");
  private static final Map<String, String> OTHERS =
      Map.of("%PDF", "a PDF", "PK\3\4", "a ZIP archive", "\u001F\u008B", "gzip");
  private static final Pattern HEIC = Pattern.compile("(hei|hev|mif1|msf1).*");
  private static final Pattern BASE64 = Pattern.compile(
      "(data:image/.*|(/9j/|iVBOR|R0lGOD|UklGR)[A-Za-z0-9+/=\\s]*)", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("[\\P{Cntrl}\\s]+");

  private FileTypeGuess() {}

  static Flaw flaw(byte[] beginning) {
    if (beginning.length == 0) return Flaw.of("is an empty file", "copy the photo again");
    var latin = new String(beginning, StandardCharsets.ISO_8859_1);
    var picture = picture(latin);
    if (picture != null) {
      return new Flaw(
          "is " + picture + ", which Roomline does not keep",
          "is " + picture + ", which the endpoint cannot read; export it as JPEG");
    }
    var other = starts(latin, OTHERS);
    if (other == null) other = text(new String(beginning, StandardCharsets.UTF_8));
    return Flaw.of(
        other == null
            ? "is not a picture (first bytes " + hex(beginning) + ")"
            : "is " + other + ", not a picture",
        "replace it with the photo");
  }

  private static @Nullable String picture(String latin) {
    if (latin.startsWith("ftyp", 4) && latin.length() >= 12) {
      var brand = latin.substring(8, 12);
      if (brand.startsWith("avi")) return "AVIF";
      return HEIC.matcher(brand).matches() ? "HEIC" : null;
    }
    // Many texts begin with these two letters; a bitmap's header also contains its length.
    if (latin.startsWith("BM") && latin.startsWith("\0\0\0", 15)) return "BMP";
    return starts(latin, PICTURES);
  }

  private static @Nullable String text(String beginning) {
    var text = beginning.replace("\uFEFF", "").strip();
    var low = text.toLowerCase(Locale.ROOT);
    if (text.startsWith("ftyp", 4)) return "a video";
    if (low.startsWith("<")) return markup(low);
    if (low.startsWith("{") || low.startsWith("[")) return "JSON";
    if (BASE64.matcher(text).matches()) return "Base64 text";
    return TEXT.matcher(text).matches() && !text.contains("\uFFFD") ? "text" : null;
  }

  private static String markup(String low) {
    if (low.contains("<html") || low.startsWith("<!doctype html")) return "a web page";
    if (low.contains("<svg")) return "an SVG drawing";
    return low.startsWith("<?xml") ? "an XML message" : "a web page";
  }

  private static @Nullable String starts(String latin, Map<String, String> names) {
    for (var name : names.entrySet()) if (latin.startsWith(name.getKey())) return name.getValue();
    return null;
  }

  private static String hex(byte[] beginning) {
    return HexFormat.ofDelimiter(" ").formatHex(beginning, 0, Math.min(8, beginning.length));
  }
}
