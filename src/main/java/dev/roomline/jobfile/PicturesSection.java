package dev.roomline.jobfile;

import dev.roomline.jobfile.JobFile.Checks;
import dev.roomline.jobfile.JobFile.Pictures;
import dev.roomline.jobfile.JobFile.Size;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads how pictures are fetched, kept and checked. */
record PicturesSection(JobFileValues settings) {
  private static final int MOST_AT_ONCE = 64;
  private static final int AT_ONCE = 8;
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:\\s*[xX×]\\s*(\\d{1,5}))?");

  Pictures pictures() {
    return new Pictures(
        yes("keep-originals"),
        settings.whole("pictures.at-once", 1, MOST_AT_ONCE).map(Long::intValue).orElse(AT_ONCE),
        settings.read("pictures.allow", PicturesSection::addresses).orElse(List.of()));
  }

  Checks checks() {
    return new Checks(
        settings.read("checks.min-size", PicturesSection::size).orElse(new Size(0, 0)),
        yes("checks.blank"),
        yes("checks.aspect"),
        yes("checks.same"));
  }

  /** True unless the job file says otherwise. */
  private boolean yes(String key) {
    return settings.choice(key, "true", "false").orElse("true").equals("true");
  }

  private static List<String> addresses(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(it -> !it.isEmpty()).toList();
  }

  private static Size size(String text) {
    var match = SIZE.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "is '" + text + "'; write pixels such as 1024, or 1024x768");
    }
    var width = Integer.parseInt(match.group(1));
    return new Size(width, match.group(2) == null ? width : Integer.parseInt(match.group(2)));
  }
}
