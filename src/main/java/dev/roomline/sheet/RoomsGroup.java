package dev.roomline.sheet;

import dev.roomline.room.Parameter;
import dev.roomline.sheet.JobSheet.Rooms;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what a sheet says about the rooms.
 *
 * @param otherwise stands in for the input where none is given, which is a problem anyway
 * @param sheet how a complaint about the sheet as a whole begins
 */
record RoomsGroup(Settings settings, Path otherwise, String sheet) {
  private static final Map<String, Character> DELIMITERS = Map.of(
      "comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', ",", ',', ";", ';', "|", '|');

  Rooms read() {
    if (!settings.has("input")) settings.problem(sheet + "input is missing; name the rooms file");
    return new Rooms(
        settings.path("input").orElse(otherwise),
        settings.pathOrAddress("photos").orElse(null),
        defaults(),
        settings.read("charset", RoomsGroup::charset).orElse(null),
        settings.read("delimiter", RoomsGroup::delimiter).orElse(null));
  }

  private Map<String, Object> defaults() {
    var defaults = new LinkedHashMap<String, Object>();
    settings.text("defaults.prompt").ifPresent(prompt -> defaults.put("prompt", prompt));
    for (var parameter : Parameter.values()) {
      settings
          .read("defaults." + parameter.label(), text -> parameterOf(parameter, text))
          .ifPresent(value -> defaults.put(parameter.label(), value));
    }
    return Collections.unmodifiableMap(defaults);
  }

  private static Object parameterOf(Parameter parameter, String text) {
    try {
      return parameter.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("cannot be used: " + e.getMessage(), e);
    }
  }

  private static Charset charset(String name) {
    try {
      var charset = Charset.forName(name);
      charset.newDecoder();
      return charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "is " + name + ", which is unknown; write utf-8, utf-16 or windows-1252", e);
    }
  }

  private static char delimiter(String text) {
    var delimiter = DELIMITERS.get(text);
    if (delimiter != null) return delimiter;
    throw new IllegalArgumentException(
        "is '" + text + "'; write comma, semicolon, tab or pipe, or leave it out to detect it");
  }
}
