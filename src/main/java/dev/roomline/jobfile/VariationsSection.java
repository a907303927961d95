package dev.roomline.jobfile;

import dev.roomline.domain.Parameter;
import dev.roomline.domain.SeedPolicy;
import dev.roomline.domain.Variations;
import dev.roomline.domain.Variations.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads which renders each row asks for.
 *
 * @param jobFile how a complaint about the job file as a whole begins
 */
record VariationsSection(JobFileValues settings, String jobFile) {
  private static final int MOST_VARIANTS = 100;
  private static final int MOST_PER_ROW = 1_000;
  private static final int LONGEST_NAME = 100;
  private static final String FIXED = "fixed ";

  Variations read() {
    var variants =
        settings.whole("variants", 1, MOST_VARIANTS).map(Long::intValue).orElse(1);
    var seedPolicy = settings.read("seed", this::seeds).orElse(new SeedPolicy.Random());
    var styles = styles();
    var column = settings.read("style-column", this::column).orElse(null);
    if (variants * styles.size() > MOST_PER_ROW) refuse(variants, styles.size());
    return new Variations(variants, seedPolicy, styles, column);
  }

  private SeedPolicy seeds(String text) {
    if (settings.has("defaults.seed")) {
      throw new IllegalArgumentException("is given together with defaults.seed; keep one of them");
    }
    if (text.equals("random")) return new SeedPolicy.Random();
    if (text.equals("per-row")) return new SeedPolicy.PerRow();
    if (text.startsWith(FIXED)) {
      var number = StylePreset.parsed(Parameter.SEED, text.substring(FIXED.length()));
      return new SeedPolicy.Fixed((Long) number);
    }
    throw new IllegalArgumentException("is '" + text + "'; write random, per-row or fixed 42");
  }

  private List<Style> styles() {
    var styles = new ArrayList<Style>();
    var seen = new TreeSet<String>();
    for (var name : settings.groupsIn(JobFileKeys.STYLES)) {
      var problem = seen.add(name.toLowerCase(Locale.ROOT)) ? problem(name) : "is given twice";
      if (problem != null)
        settings.complain(JobFileKeys.STYLES + "." + name, problem + "; rename it");
      styles.add(new Style(name, new StylePreset(settings).at(JobFileKeys.STYLES + "." + name)));
    }
    return List.copyOf(styles);
  }

  private static @Nullable String problem(String name) {
    if (name.isBlank()) return "has no name";
    if (name.length() > LONGEST_NAME) return "has a name of more than 100 characters";
    if (name.equalsIgnoreCase("all")) return "means all styles";
    if (name.contains("|")) return "has a | in its name, which separates styles in a row's cell";
    return null;
  }

  private String column(String name) {
    if (!settings.groupsIn(JobFileKeys.STYLES).isEmpty()) return name;
    throw new IllegalArgumentException("needs styles:, but there are none; add some");
  }

  private void refuse(int variants, int styles) {
    var problem = "make %,d renders of each row with %,d styles; write fewer, at most %,d"
        .formatted(variants * styles, styles, MOST_PER_ROW);
    if (settings.has("variants")) settings.complain("variants", problem);
    else settings.problem(jobFile + "styles " + problem);
  }
}
