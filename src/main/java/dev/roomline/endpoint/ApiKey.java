package dev.roomline.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The account's key: it goes into requests, and never into anything that is stored or shown. */
public final class ApiKey {

  private static final String STARS = "***";

  /** Keys of up to this length are not hidden: that would damage ids and ordinary words. */
  private static final int NO_SECRET = 3;

  /** Characters that JSON or a URL needs for one. */
  private static final int LONGEST_SPELLING = 12;

  private final String value;
  private final Pattern spellings;

  private ApiKey(String value) {
    this.value = value;
    this.spellings = Pattern.compile(
        value.codePoints().mapToObj(ApiKey::spellings).collect(Collectors.joining()));
  }

  /** No key, for the sandbox and for requests without one. */
  public static ApiKey none() {
    return new ApiKey("");
  }

  /** Holds a key; the sandbox's may be empty. */
  public static ApiKey from(String value) {
    return new ApiKey(value.strip());
  }

  /** The text with every occurrence of the key, JSON-escaped and URL-encoded too, replaced. */
  public String hide(String text) {
    return value.length() <= NO_SECRET ? text : spellings.matcher(text).replaceAll(STARS);
  }

  /** The same for the beginning of a longer text; its end, which may hold half of the key, is dropped. */
  String hideInBeginning(String text) {
    if (value.length() <= NO_SECRET) return text;
    var hidden = hide(text);
    return hidden.substring(0, Math.max(0, hidden.length() - LONGEST_SPELLING * value.length()))
        + "…";
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return STARS;
  }

  String value() {
    return value;
  }

  /** All the ways in which JSON and URLs write one character. */
  private static String spellings(int codePoint) {
    var plain = Character.toString(codePoint);
    var escaped = "\"\\/".contains(plain) ? "\\\\" + Pattern.quote(plain) + "|" : "";
    var json = plain
        .chars()
        .mapToObj(unit -> "\\\\u" + HexFormat.of().toHexDigits((char) unit))
        .collect(Collectors.joining());
    var url = HexFormat.ofDelimiter("%").formatHex(plain.getBytes(StandardCharsets.UTF_8));
    var space = codePoint == ' ' ? "|\\+" : "";
    return "(?:" + escaped + Pattern.quote(plain) + "|(?i:" + json + "|%" + url + ")" + space + ")";
  }
}
