package dev.roomline.rows;

import dev.roomline.room.BadInput;
import dev.roomline.room.Parameter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Gives every row its parameters: its own cells, and defaults where they are blank. */
final class Knobs {
  private static final Parameter[] ALL = Parameter.values();

  private final Header header;
  private final Map<Parameter, Object> defaults;

  private Knobs(Header header, Map<Parameter, Object> defaults) {
    this.header = header;
    this.defaults = defaults;
  }

  /** Throws BadInput if a default is out of range. */
  static Knobs of(Header header, RowSettings settings) {
    var defaults = new EnumMap<Parameter, Object>(Parameter.class);
    if (settings.v5()) {
      defaults.put(Parameter.STEPS, 50L);
      defaults.put(Parameter.GUIDANCE_SCALE, BigDecimal.valueOf(7));
    }
    for (var parameter : ALL) {
      var given = settings.defaults().get(parameter.label());
      if (given == null) continue;
      try {
        defaults.put(parameter, parameter.parse(given.toString()));
      } catch (IllegalArgumentException e) {
        throw new BadInput("defaults." + parameter.label() + ": " + e.getMessage());
      }
    }
    return new Knobs(header, defaults);
  }

  /** The row's parameters by label; adds a problem for each that cannot be read. */
  Map<String, Object> of(CSVRecord row, List<String> problems) {
    var parameters = new LinkedHashMap<String, Object>();
    for (var parameter : ALL) {
      var column = header.of(parameter.label());
      var cell = column < 0 ? "" : row.get(column);
      try {
        var value = cell.isBlank() ? defaults.get(parameter) : parameter.parse(cell);
        if (value != null) parameters.put(parameter.label(), value);
      } catch (IllegalArgumentException e) {
        problems.add(parameter.label() + ": " + e.getMessage());
      }
    }
    return Collections.unmodifiableMap(parameters);
  }
}
