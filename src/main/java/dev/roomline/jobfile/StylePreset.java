package dev.roomline.jobfile;

import dev.roomline.domain.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a prompt and parameters: the defaults, or those of a style. */
record StylePreset(JobFileValues settings) {

  /** What this group sets, by label; only what is given. */
  Map<String, Object> at(String group) {
    var values = new LinkedHashMap<String, Object>();
    settings.text(group + ".prompt").ifPresent(prompt -> values.put("prompt", prompt));
    for (var parameter : Parameter.values()) {
      settings
          .read(group + "." + parameter.label(), text -> parsed(parameter, text))
          .ifPresent(value -> values.put(parameter.label(), value));
    }
    return Collections.unmodifiableMap(values);
  }

  static Object parsed(Parameter parameter, String text) {
    try {
      return parameter.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("cannot be used: " + e.getMessage(), e);
    }
  }
}
