package dev.roomline.jobfile;

import dev.roomline.domain.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The free group {@code endpoint.extra} as JSON values. Only {@code true} and {@code false} are
 * Booleans: the provider has fields whose values are the texts yes and no.
 */
final class ExtraFields {
  private static final int LONGEST_NUMBER = 30;

  private ExtraFields() {}

  static Map<String, Object> of(JobFileValues settings) {
    var values = new LinkedHashMap<String, Object>();
    settings.readAll(JobFileKeys.FREE, setting -> into(values, setting));
    return Collections.unmodifiableMap(values);
  }

  private static void into(Map<String, Object> values, JobFileValue setting) {
    var value = of(setting.value());
    if (setting.key().equals(JobFileKeys.FREE)) {
      if (!(value instanceof Map<?, ?> group)) {
        throw new IllegalArgumentException(
            "is a group; write the body's fields below it, indented");
      }
      group.forEach((name, item) -> put(values, List.of((String) name), item));
    } else {
      var path = setting.key().substring(JobFileKeys.FREE.length() + 1);
      put(values, Arrays.asList(path.split("\\.", -1)), value);
    }
  }

  @SuppressWarnings("unchecked") // every Map in here was made here
  private static void put(Map<String, Object> values, List<String> path, Object value) {
    refuseOurs(path.get(0));
    var group = values;
    for (var name : path.subList(0, path.size() - 1)) {
      if (!(group.get(name) instanceof Map)) group.put(name, new LinkedHashMap<String, Object>());
      group = (Map<String, Object>) group.get(name);
    }
    group.put(path.get(path.size() - 1), value);
  }

  private static void refuseOurs(String field) {
    if (field.equals("key")) {
      throw new IllegalArgumentException("may not hold the API key; set ROOMLINE_API_KEY");
    }
    var ours = Arrays.stream(Parameter.values()).anyMatch(it -> it.label().equals(field));
    if (ours || field.equals("prompt")) {
      throw new IllegalArgumentException("may not hold " + field + "; write it under defaults");
    }
    if (field.equals("init_image")) {
      throw new IllegalArgumentException("may not hold init_image; it comes from the room list");
    }
  }

  private static Object of(Node node) {
    if (node.getAnchor() != null) {
      throw new IllegalArgumentException(
          "uses & or *, which job files do not support; write the value out");
    }
    if (node instanceof MappingNode group) return group(group);
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(ExtraFields::of).toList();
    }
    return scalar((ScalarNode) node);
  }

  private static Map<String, Object> group(MappingNode node) {
    var group = new LinkedHashMap<String, Object>();
    for (var entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        throw new IllegalArgumentException("has a key that is not a word");
      }
      if (group.put(name.getValue(), of(entry.getValueNode())) != null) {
        throw new IllegalArgumentException("has " + name.getValue() + " twice; keep one");
      }
    }
    return group;
  }

  private static Object scalar(ScalarNode node) {
    var text = node.getValue();
    if (node.getTag().equals(Tag.NULL)) {
      throw new IllegalArgumentException("has a field without a value; give it one or remove it");
    }
    if (node.getTag().equals(Tag.BOOL) && text.matches("(?i)true|false")) {
      return Boolean.valueOf(text);
    }
    if (node.getTag().equals(Tag.INT) && text.matches("-?\\d{1,18}")) return Long.valueOf(text);
    if (node.getTag().equals(Tag.FLOAT) && text.length() <= LONGEST_NUMBER) return decimal(text);
    return text;
  }

  // An exponent as in 1e999999999 would fill the memory when written out.
  private static Object decimal(String text) {
    return text.matches("-?\\d*\\.?\\d+") ? new BigDecimal(text) : text;
  }
}
