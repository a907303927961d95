package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Parameter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a render that its row does not set: the defaults, or those of a style. */
final class ParameterDefaults {
  private static final Parameter[] ALL = Parameter.values();

  private final Map<Parameter, Object> values;

  private ParameterDefaults(Map<Parameter, Object> values) {
    this.values = values;
  }

  /** Throws InvalidInputException if a default is out of range. */
  static ParameterDefaults of(RowSettings settings) {
    var providers = new EnumMap<Parameter, Object>(Parameter.class);
    if (settings.v5()) {
      providers.put(Parameter.STEPS, 50L);
      providers.put(Parameter.GUIDANCE_SCALE, BigDecimal.valueOf(7));
    }
    return new ParameterDefaults(providers).with("defaults", settings.defaults());
  }

  /** These, replaced by the given ones; throws InvalidInputException if one is out of range. */
  ParameterDefaults with(String group, Map<String, Object> given) {
    var changed = new EnumMap<Parameter, Object>(Parameter.class);
    changed.putAll(values);
    for (var parameter : ALL) {
      var value = given.get(parameter.label());
      if (value == null) continue;
      try {
        changed.put(parameter, parameter.parse(value.toString()));
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(group + "." + parameter.label() + ": " + e.getMessage());
      }
    }
    return new ParameterDefaults(changed);
  }

  /** A row's own parameters; adds a problem for each that cannot be read. */
  static Map<Parameter, Object> in(Header header, CsvRow row, List<String> problems) {
    var own = new EnumMap<Parameter, Object>(Parameter.class);
    for (var parameter : ALL) {
      var column = header.of(parameter.label());
      var cell = column < 0 ? "" : row.get(column);
      if (cell.isBlank()) continue;
      try {
        own.put(parameter, parameter.parse(cell));
      } catch (IllegalArgumentException e) {
        problems.add(parameter.label() + ": " + e.getMessage());
      }
    }
    return own;
  }

  /** All parameters that are set, by label; the row's own win over these. */
  Map<String, Object> under(Map<Parameter, Object> own) {
    var parameters = new LinkedHashMap<String, Object>();
    for (var parameter : ALL) {
      var value = own.containsKey(parameter) ? own.get(parameter) : values.get(parameter);
      if (value != null) parameters.put(parameter.label(), value);
    }
    return Collections.unmodifiableMap(parameters);
  }
}
