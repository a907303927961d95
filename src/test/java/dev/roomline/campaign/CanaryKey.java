package dev.roomline.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key that must not be found anywhere in any encoding, and the search for it. */
public final class CanaryKey {
  /** Contains no word that classifies an answer; all its encodings differ. */
  public static final String KEY = "c4naRy/Xq9+Zt\"7wLm2";

  private static final Map<String, String> SPELLINGS = spellings();

  private CanaryKey() {}

  /** Where the key is, as {@code file: spelling}; the files' names are searched, too. */
  public static List<String> findIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .flatMap(file -> Stream.concat(
              findIn(folder.relativize(file).toString(), String.valueOf(file.getFileName())),
              Files.isRegularFile(file)
                  ? findIn(folder.relativize(file).toString(), bytes(file))
                  : Stream.of()))
          .toList();
    }
  }

  /** The key in a JSON text. */
  public static String inJson() {
    return KEY.replace("\"", "\\\"");
  }

  /** The key in an address. */
  public static String inUrl() {
    return URLEncoder.encode(KEY, StandardCharsets.UTF_8);
  }

  /** Every spelling searched for, by name. */
  static Map<String, String> spellingsByName() {
    return SPELLINGS;
  }

  private static Stream<String> findIn(String place, String text) {
    var plain = text.toLowerCase(Locale.ROOT);
    return SPELLINGS.entrySet().stream()
        .filter(it -> plain.contains(it.getValue().toLowerCase(Locale.ROOT)))
        .map(it -> place + ": " + it.getKey());
  }

  /** Byte by byte, so that nothing is lost in files that are no text. */
  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> spellings() {
    var all = new LinkedHashMap<String, String>();
    all.put("plain", KEY);
    all.put("URL-encoded", inUrl());
    all.put("URL-encoded, slash as it is", inUrl().replace("%2F", "/"));
    all.put("JSON", inJson());
    all.put("JSON, slash escaped", inJson().replace("/", "\\/"));
    all.put(
        "JSON, by number",
        KEY.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
    all.put("HTML", KEY.replace("\"", "&quot;"));
    all.put("HTML, by number", KEY.replace("\"", "&#34;"));
    all.put("CSV", KEY.replace("\"", "\"\""));
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      all.put(charset.name(), latin(KEY.getBytes(charset)));
    }
    for (var offset = 0; offset < 3; offset++) all.put("base64 at " + offset, base64(offset));
    for (var offset = 0; offset < 3; offset++) {
      all.put("base64url at " + offset, base64(offset).replace('+', '-').replace('/', '_'));
    }
    return all;
  }

  /** The part of the key's base64 that does not depend on the bytes before and after it. */
  private static String base64(int offset) {
    var text = Base64.getEncoder()
        .encodeToString(("x".repeat(offset) + KEY + "xxx").getBytes(StandardCharsets.UTF_8));
    return text.substring(offset == 0 ? 0 : 4, text.length() - 8);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
