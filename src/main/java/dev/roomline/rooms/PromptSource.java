package dev.roomline.rooms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a row's prompt: its own, taken literally, or the job file's with cells filled in. */
final class PromptSource implements RowText {
  private final int own;
  private final @Nullable PromptTemplate template;

  private PromptSource(int own, @Nullable PromptTemplate template) {
    this.own = own;
    this.template = template;
  }

  /** Throws InvalidInputException if a placeholder names no column. */
  static PromptSource of(Header header, @Nullable Object template) {
    return new PromptSource(
        header.of(Columns.PROMPT),
        template == null ? null : PromptTemplate.ofDefaults(header, template.toString()));
  }

  /** Whether a row can have a prompt at all. */
  boolean exist() {
    return own >= 0 || template != null;
  }

  @Override
  public @Nullable String in(CsvRow row, List<String> problems) {
    var written = own < 0 ? "" : row.get(own).strip();
    if (!written.isEmpty()) return written;
    if (template != null) return template.in(row, problems);
    problems.add("prompt: is empty; write one, or set defaults.prompt in the job file");
    return null;
  }
}
