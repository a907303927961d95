package dev.roomline.jobfile;

import dev.roomline.jobfile.JobFile.Rooms;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the job file's keys of the room list.
 *
 * @param fallback the input if none is given, which is a problem anyway
 * @param jobFile how a complaint about the job file as a whole begins
 */
record RoomsSection(JobFileValues settings, Path fallback, String jobFile) {
  private static final Map<String, Character> DELIMITERS = Map.of(
      "comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', ",", ',', ";", ';', "|", '|');

  private static final Pattern PARAMETER = Pattern.compile("[^\\s=&?#]+");

  Rooms read() {
    if (!settings.has("input")) settings.problem(jobFile + "input is missing; name the room list");
    return new Rooms(
        settings.path("input").orElse(fallback),
        settings.pathOrAddress("photos").orElse(null),
        settings.wordList("photos-ignore", PARAMETER, "write names of query parameters, such as v"),
        new StylePreset(settings).at("defaults"),
        settings.read("charset", RoomsSection::charset).orElse(null),
        settings.read("delimiter", RoomsSection::delimiter).orElse(null),
        new VariationsSection(settings, jobFile).read());
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
