package dev.roomline.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * A few lines of ours with a fault, to check that a campaign would notice.
 *
 * @param name what it does
 * @param expectedFailure what the campaign says of it
 */
record Mutant(String name, String expectedFailure, List<Change> changes) {
  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "roomline");

  /** Text that occurs once in a source, and its replacement. */
  record Change(String file, String was, String becomes) {}

  /** Compiles the changed sources; the folder of their classes. */
  Path compile(Path folder) throws IOException {
    return compile(sources(), folder);
  }

  /** The changed sources by their names. */
  Map<String, String> sources() throws IOException {
    var changed = new LinkedHashMap<String, String>();
    for (var change : changes) {
      var source = changed.containsKey(change.file())
          ? changed.get(change.file())
          : Files.readString(SOURCES.resolve(change.file()));
      if (source.split(Pattern.quote(change.was()), -1).length != 2) {
        throw new AssertionError(name + ": not once in " + change.file() + ": " + change.was());
      }
      changed.put(change.file(), source.replace(change.was(), change.becomes()));
    }
    return changed;
  }

  private Path compile(Map<String, String> sources, Path folder) throws IOException {
    var arguments = new ArrayList<>(List.of(
        "-proc:none",
        "-cp",
        ChildClassPath.all(),
        "-d",
        folder.resolve("classes").toString()));
    for (var source : sources.entrySet()) {
      var file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new AssertionError(name + " does not compile");
    }
    return folder.resolve("classes");
  }

  @Override
  public String toString() {
    return name;
  }
}
