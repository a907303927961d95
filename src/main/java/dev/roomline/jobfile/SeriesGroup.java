package dev.roomline.jobfile;

import dev.roomline.domain.Parameter;
import dev.roomline.domain.Seeds;
import dev.roomline.domain.Series;
import dev.roomline.domain.Series.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads which renders each row asks for.
 *
 * @param sheet how a complaint about the sheet as a whole begins
 */
record SeriesGroup(Settings settings, String sheet) {
  private static final int MOST_VARIANTS = 100;
  private static final int MOST_PER_ROW = 1_000;
  private static final int LONGEST_NAME = 100;
  private static final String FIXED = "fixed ";

  Series read() {
    var variants =
        settings.whole("variants", 1, MOST_VARIANTS).map(Long::intValue).orElse(1);
    var seeds = settings.read("seed", this::seeds).orElse(new Seeds.Random());
    var styles = styles();
    var column = settings.read("style-column", this::column).orElse(null);
    if (variants * styles.size() > MOST_PER_ROW) refuse(variants, styles.size());
    return new Series(variants, seeds, styles, column);
  }

  private Seeds seeds(String text) {
    if (settings.has("defaults.seed")) {
      throw new IllegalArgumentException("is there beside defaults.seed; keep one of them");
    }
    if (text.equals("random")) return new Seeds.Random();
    if (text.equals("per-row")) return new Seeds.PerRow();
    if (text.startsWith(FIXED)) {
      var number = Preset.parsed(Parameter.SEED, text.substring(FIXED.length()));
      return new Seeds.Fixed((Long) number);
    }
    throw new IllegalArgumentException("is '" + text + "'; write random, per-row or fixed 42");
  }

  private List<Style> styles() {
    var styles = new ArrayList<Style>();
    var seen = new TreeSet<String>();
    for (var name : settings.groupsIn(Flat.STYLES)) {
      var problem = seen.add(name.toLowerCase(Locale.ROOT)) ? problem(name) : "is there twice";
      if (problem != null) settings.complain(Flat.STYLES + "." + name, problem + "; rename it");
      styles.add(new Style(name, new Preset(settings).at(Flat.STYLES + "." + name)));
    }
    return List.copyOf(styles);
  }

  private static @Nullable String problem(String name) {
    if (name.isBlank()) return "has no name";
    if (name.length() > LONGEST_NAME) return "has a name of more than 100 characters";
    if (name.equalsIgnoreCase("all")) return "cannot be told from all styles";
    if (name.contains("|")) return "has a | in its name, which separates styles in a row's cell";
    return null;
  }

  private String column(String name) {
    if (!settings.groupsIn(Flat.STYLES).isEmpty()) return name;
    throw new IllegalArgumentException("picks from styles:, and there are none; add some");
  }

  private void refuse(int variants, int styles) {
    var problem = "make %,d renders of each row with %,d styles; write fewer, at most %,d"
        .formatted(variants * styles, styles, MOST_PER_ROW);
    if (settings.has("variants")) settings.complain("variants", problem);
    else settings.problem(sheet + "styles " + problem);
  }
}
