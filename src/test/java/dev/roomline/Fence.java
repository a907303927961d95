package dev.roomline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fenced part of a Markdown page.
 *
 * @param from index of its first line of content
 * @param to index of its closing fence
 * @param notRun why it cannot run; null unless the page says so in a comment just before it
 */
record Fence(int from, int to, String language, @Nullable String notRun) {
  private static final Set<String> COMMANDS = Set.of("console", "sh");
  private static final String MARK = "```";
  private static final String NOT_RUN = "<!-- not run: ";

  static List<Fence> in(Path page, List<String> lines) {
    var fences = new ArrayList<Fence>();
    for (var n = 0; n < lines.size(); n++) {
      if (!lines.get(n).startsWith(MARK)) continue;
      var end = n + 1;
      while (end < lines.size() && !lines.get(end).equals(MARK)) end++;
      if (end == lines.size())
        throw new IllegalArgumentException(page + ":" + (n + 1) + " is a fence that never ends");
      var language = lines.get(n).substring(MARK.length());
      fences.add(new Fence(n + 1, end, language, notRun(n == 0 ? "" : lines.get(n - 1))));
      n = end;
    }
    return List.copyOf(fences);
  }

  boolean isRun() {
    return COMMANDS.contains(language) && notRun == null;
  }

  private static @Nullable String notRun(String before) {
    return before.startsWith(NOT_RUN) ? before.substring(NOT_RUN.length()) : null;
  }
}
