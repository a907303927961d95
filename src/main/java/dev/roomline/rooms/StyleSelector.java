package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Suggestion;
import dev.roomline.domain.Variations.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Selects a row's styles from the job file's: those its cell names, or all of them. */
final class StyleSelector {
  private static final String ALL = "all";
  private static final int EVERY_ROW = -1;
  private static final int LONGEST_SHOWN = 40;

  private final List<RowPreset> plain;
  private final List<RowPreset> styles;
  private final String columnName;
  private final int column;

  private StyleSelector(RowPreset plain, List<RowPreset> styles, String columnName, int column) {
    this.plain = List.of(plain);
    this.styles = styles;
    this.columnName = columnName;
    this.column = column;
  }

  /** Throws InvalidInputException if a style needs a column that the file does not have. */
  static StyleSelector of(Header header, RowSettings settings) {
    var prompts = PromptSource.of(header, settings.defaults().get(Columns.PROMPT));
    var defaults = ParameterDefaults.of(settings);
    var styles = settings.variations().styles();
    var someUseIt = styles.isEmpty() || !styles.stream().allMatch(StyleSelector::hasPrompt);
    if (someUseIt && !prompts.exist()) {
      header.require(
          Columns.PROMPT,
          "; or set defaults.prompt in the job file, or --set defaults.prompt=TEXT");
    }
    var presets = new ArrayList<RowPreset>();
    for (var style : styles) {
      var text = style.values().get(Columns.PROMPT);
      var prompt = text == null
          ? prompts
          : PromptTemplate.ofStyle(header, style.name(), text.toString(), prompts);
      var itsKnobs = defaults.with("styles." + style.name(), style.values());
      presets.add(new RowPreset(style.name(), prompt, itsKnobs));
    }
    var name = settings.variations().styleColumn();
    return new StyleSelector(
        new RowPreset("", prompts, defaults),
        List.copyOf(presets),
        name == null ? "" : name,
        name == null ? EVERY_ROW : column(header, name));
  }

  /** The row's styles in the order of the job file; adds a problem for each unknown name. */
  List<RowPreset> of(CsvRow row, List<String> problems) {
    if (styles.isEmpty()) return plain;
    if (column == EVERY_ROW) return styles;
    var wanted = names(row.get(column), problems);
    if (wanted.isEmpty()) return plain;
    return styles.stream()
        .filter(it -> wanted.contains(ALL) || wanted.contains(folded(it.style())))
        .toList();
  }

  private Set<String> names(String cell, List<String> problems) {
    var names = new HashSet<String>();
    for (var part : cell.split("\\|", -1)) {
      var name = part.strip();
      if (name.isEmpty()) continue;
      names.add(folded(name));
      if (!isKnown(name))
        problems.add(columnName + ": there is no style " + shown(name) + remedy(name));
    }
    return names;
  }

  private boolean isKnown(String name) {
    return name.equalsIgnoreCase(ALL)
        || styles.stream().anyMatch(it -> folded(it.style()).equals(folded(name)));
  }

  private String remedy(String name) {
    var known = styles.stream().map(RowPreset::style).toList();
    var near = Suggestion.didYouMean(name, known);
    return near.isEmpty() ? "; the job file has: " + String.join(", ", known) : near;
  }

  private static String shown(String name) {
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean hasPrompt(Style style) {
    return style.values().containsKey(Columns.PROMPT);
  }

  private static int column(Header header, String name) {
    var column = header.named(name);
    if (column >= 0) return column;
    var near = Suggestion.didYouMean(name, header.names());
    throw new InvalidInputException("style-column: the room list has no column " + name
        + (near.isEmpty() ? "; it has: " + String.join(", ", header.names()) : near));
  }
}
