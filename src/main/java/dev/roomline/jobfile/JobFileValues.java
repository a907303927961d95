package dev.roomline.jobfile;

import dev.roomline.domain.Suggestion;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Typed access to the given values. A wrong value is noted and counts as not given, so that all
 * problems are reported together; a key that was never read is a problem as well.
 */
final class JobFileValues {
  private static final Set<String> SECRETS = Set.of("key", "apikey", "token", "secret");

  private final Map<String, JobFileValue> given;
  private final List<String> problems;
  private final Set<String> asked = new TreeSet<>();

  JobFileValues(Map<String, JobFileValue> given, List<String> problems) {
    this.given = given;
    this.problems = problems;
  }

  Optional<String> text(String key) {
    return read(key, text -> text);
  }

  Optional<Path> path(String key) {
    return read(key, text -> resolved(key, text));
  }

  /** A path, made absolute, or an http or https address as it is. */
  Optional<String> pathOrAddress(String key) {
    return read(key, text -> {
      if (!text.contains("://")) return resolved(key, text).toString();
      if (text.matches("(?i)https?://.+")) return text;
      throw new IllegalArgumentException("is " + text + "; write a folder or an http(s) address");
    });
  }

  Optional<Long> whole(String key, long least, long most) {
    return read(key, text -> {
      var number = inRange(text, least, most);
      if (number.stripTrailingZeros().scale() <= 0) return number.longValueExact();
      throw new IllegalArgumentException("is " + text + "; write a whole number");
    });
  }

  Optional<BigDecimal> number(String key, long least, long most) {
    return read(key, text -> inRange(text, least, most));
  }

  /** Requests per minute; {@code unlimited} is 0. */
  Optional<Integer> rate(String key) {
    var setting = given.get(key);
    if (setting == null || !"unlimited".equals(setting.text())) {
      return whole(key, 1, 100_000).map(Long::intValue);
    }
    asked.add(key);
    return Optional.of(0);
  }

  Optional<Duration> duration(String key, Duration least, Duration most) {
    return read(key, text -> {
      var duration = Durations.parse(text).orElse(null);
      if (duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        throw new IllegalArgumentException("is '%s'; write a time from %s to %s, such as 90s or 5m"
            .formatted(text, Durations.text(least), Durations.text(most)));
      }
      return duration;
    });
  }

  Optional<String> choice(String key, String... choices) {
    return read(key, text -> {
      if (Arrays.asList(choices).contains(text)) return text;
      throw new IllegalArgumentException(
          "is '" + text + "'; write " + String.join(" or ", choices));
    });
  }

  /** Reads a value by a function that may throw IllegalArgumentException with its complaint. */
  <T> Optional<T> read(String key, Function<String, T> reader) {
    asked.add(key);
    var setting = given.get(key);
    if (setting == null) return Optional.empty();
    try {
      return Optional.of(reader.apply(textOf(setting)));
    } catch (IllegalArgumentException e) {
      problems.add(setting.complaint(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Items that each fit: a list, or a text with commas or blanks between them. */
  List<String> wordList(String key, Pattern fits, String remedy) {
    var setting = given.get(key);
    var listed = setting == null ? List.<String>of() : setting.list();
    var items = listed.isEmpty() ? read(key, JobFileValues::split).orElse(List.of()) : listed;
    asked.add(key);
    for (var word : items) {
      if (!fits.matcher(word).matches()) complain(key, "holds '" + word + "'; " + remedy);
    }
    return items;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(it -> !it.isEmpty()).toList();
  }

  /** Reads the values at or below a free key; the reader may complain as in {@link #read}. */
  void readAll(String free, Consumer<JobFileValue> reader) {
    asked.add(free);
    for (var setting : given.values()) {
      if (!setting.key().equals(free) && !setting.key().startsWith(free + ".")) continue;
      asked.add(setting.key());
      try {
        reader.accept(setting);
      } catch (IllegalArgumentException e) {
        problems.add(setting.complaint(String.valueOf(e.getMessage())));
      }
    }
  }

  /** The names of the groups inside a group, in the order they were given. */
  List<String> groupsIn(String group) {
    asked.add(group);
    var names = new LinkedHashSet<String>();
    for (var key : given.keySet()) {
      if (!key.startsWith(group + ".")) continue;
      var name = key.substring(group.length() + 1).split("\\.", 2)[0];
      asked.add(group + "." + name);
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** Notes what is wrong with a setting or a group of them. */
  void complain(String key, String text) {
    var setting = given.get(key);
    problems.add(setting == null ? key + " " + text : setting.complaint(text));
  }

  void unknownKeys() {
    given.values().stream()
        .filter(setting -> !asked.contains(setting.key()))
        .forEach(setting -> problems.add(
            setting.place() + ": unknown key " + setting.key() + remedy(setting.key())));
  }

  boolean has(String key) {
    return given.containsKey(key);
  }

  void problem(String problem) {
    problems.add(problem);
  }

  private static BigDecimal inRange(String text, long least, long most) {
    var remedy = "; write a number from " + least + " to " + most;
    if (!text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
      throw new IllegalArgumentException("is '" + text + "', which is not a number" + remedy);
    }
    var number = new BigDecimal(text);
    if (number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0) return number;
    throw new IllegalArgumentException("is " + text + remedy);
  }

  private Path resolved(String key, String text) {
    try {
      var setting = given.get(key);
      return setting == null ? Path.of(text) : setting.folder().resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is not a valid path on this machine; correct it", e);
    }
  }

  private static String textOf(JobFileValue setting) {
    var text = setting.text();
    if (text != null) return text;
    throw new IllegalArgumentException(
        setting.isEmpty()
            ? "is empty; give it a value or remove the line"
            : "takes one value, not a list or a group");
  }

  private String remedy(String key) {
    var word = last(key);
    if (SECRETS.contains(word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""))) {
      return "; the API key does not belong in a job file, set ROOMLINE_API_KEY";
    }
    var group = key.substring(0, key.length() - word.length());
    return nearest(word, known().filter(it -> it.startsWith(group)).toList())
        .or(() -> nearest(word, known().toList()))
        .map(meant -> "; did you mean " + meant + "?")
        .orElse("; src/docs/job-file.md lists all keys");
  }

  /** Every key that was read, and every group of such keys. */
  private Stream<String> known() {
    var groups = asked.stream()
        .filter(key -> key.contains("."))
        .map(JobFileValues::group)
        .distinct();
    return Stream.concat(asked.stream(), groups);
  }

  private static Optional<String> nearest(String word, List<String> known) {
    return Suggestion.nearest(word, known.stream().map(JobFileValues::last).toList())
        .flatMap(near -> known.stream().filter(key -> last(key).equals(near)).findFirst());
  }

  private static String group(String key) {
    return key.substring(0, key.lastIndexOf('.'));
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
