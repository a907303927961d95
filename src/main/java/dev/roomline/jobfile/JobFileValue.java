package dev.roomline.jobfile;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One given value, and where it was given.
 *
 * @param key dotted, such as {@code limits.in-flight}
 * @param place a file and line, or a flag
 * @param folder where its relative paths start
 */
record JobFileValue(String key, Node value, String place, Path folder) {

  /** The value as text; null if it is a list or a group, or if nothing stands there. */
  @Nullable
  String text() {
    return value instanceof ScalarNode scalar && !isEmpty() ? scalar.getValue().strip() : null;
  }

  /** The items of a list as text; empty if it is none. What is no text is an empty one. */
  List<String> list() {
    return value instanceof SequenceNode list
        ? list.getValue().stream()
            .map(item -> item instanceof ScalarNode scalar ? scalar.getValue().strip() : "")
            .toList()
        : List.of();
  }

  boolean isEmpty() {
    return value.getTag().equals(Tag.NULL)
        || (value instanceof ScalarNode scalar && scalar.getValue().isBlank());
  }

  /** A complaint about this value: {@code jobs/x.yml, line 7: limits.in-flight is 0; write …}. */
  String complaint(String text) {
    return place + ": " + key + " " + text;
  }
}
