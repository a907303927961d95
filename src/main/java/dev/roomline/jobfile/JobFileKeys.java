package dev.roomline.jobfile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** All given values by dotted key: the job file's, replaced by the options'. */
final class JobFileKeys {
  /** The one group that is free, and therefore stays a tree. */
  static final String FREE = "endpoint.extra";

  /** The group of groups whose names the job file chooses. */
  static final String STYLES = "styles";

  private static final Set<String> GROUPS = Set.of(
      "defaults",
      STYLES,
      "endpoint",
      "limits",
      "budget",
      "window",
      "ping",
      "uploads",
      "pictures",
      "checks",
      "sandbox");
  private static final Map<String, String> OWN_FLAGS = Map.of(
      "input", "--input",
      "output", "--output",
      "state", "--state",
      "endpoint.url", "--endpoint or ROOMLINE_ENDPOINT",
      "budget.renders", "--budget or --set",
      "budget.money", "--budget or --set",
      "window.until", "--until",
      "window.max-duration", "--max-duration",
      "window.zone", "--zone");

  /** Where values come from, and whether they replace earlier ones. */
  private record Source(Function<Node, String> place, Path folder, boolean wins) {}

  private final Map<String, JobFileValue> settings = new LinkedHashMap<>();
  private final List<String> problems;

  JobFileKeys(List<String> problems) {
    this.problems = problems;
  }

  Map<String, JobFileValue> settings() {
    return settings;
  }

  void addSheet(Path yaml, @Nullable MappingNode root) {
    if (root == null) return;
    var folder = yaml.toAbsolutePath().normalize().resolveSibling("");
    Function<Node, String> place =
        node -> yaml + ", line " + (node.getStartMark().getLine() + 1);
    addGroup("", root, new Source(place, folder, false));
  }

  void addFlags(Map<String, String> flags) {
    flags.forEach((key, text) -> {
      var flag = OWN_FLAGS.getOrDefault(key, "--set");
      var source = new Source(node -> flag, Path.of("").toAbsolutePath(), true);
      try {
        add(key, valueOf(key, text), flag, source);
      } catch (YAMLException e) {
        problems.add(flag + ": " + key + " cannot be read; put its value in quotes");
      }
    });
  }

  private void addGroup(String prefix, MappingNode group, Source source) {
    for (var entry : group.getValue()) {
      var place = source.place().apply(entry.getKeyNode());
      if (entry.getKeyNode() instanceof ScalarNode name) {
        add(prefix + name.getValue(), entry.getValueNode(), place, source);
      } else {
        problems.add(place + ": a key must be a word");
      }
    }
  }

  private void add(String key, Node value, String place, Source source) {
    var setting = new JobFileValue(key, value, place, source.folder());
    if (value.getAnchor() != null) {
      problems.add(
          setting.complaint("uses & or *, which job files do not support; write the value out"));
    } else if (!isGroup(key)) {
      put(setting, source);
    } else if (value instanceof MappingNode group) {
      if (isStyle(key)) put(setting, source);
      addGroup(key + ".", group, source);
    } else if (isStyle(key) && setting.isEmpty()) {
      put(setting, source);
    } else if (!setting.isEmpty()) {
      problems.add(setting.complaint("is a group; write its keys below it, indented"));
    }
  }

  private void put(JobFileValue setting, Source source) {
    var before = source.wins() ? null : settings.get(setting.key());
    if (before != null) problems.add(setting.complaint("is given twice; keep one"));
    else settings.put(setting.key(), setting);
  }

  // The text of an option is no YAML, as a prompt may begin with a brace; groups and free values
  // are.
  private static Node valueOf(String key, String text) {
    var composed = isTree(key) ? JobFileText.compose(text) : null;
    if (composed != null) return composed;
    return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
  }

  private static boolean isGroup(String key) {
    return GROUPS.contains(key) || isStyle(key);
  }

  private static boolean isStyle(String key) {
    var name = STYLES.length() + 1;
    return key.startsWith(STYLES + ".") && key.indexOf('.', name) < 0;
  }

  private static boolean isTree(String key) {
    return isGroup(key) || key.equals(FREE) || key.startsWith(FREE + ".");
  }
}
