package dev.roomline.rooms;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Gives every row its prompt: its own, taken literally, or the job file's with cells filled in. */
final class PromptSource implements RowText {
  private final int own;
  private final @Nullable PromptTemplate otherwise;

  private PromptSource(int own, @Nullable PromptTemplate otherwise) {
    this.own = own;
    this.otherwise = otherwise;
  }

  /** Throws BadInput if a placeholder names no column. */
  static PromptSource of(Header header, @Nullable Object template) {
    return new PromptSource(
        header.of(Columns.PROMPT),
        template == null ? null : PromptTemplate.ofDefaults(header, template.toString()));
  }

  /** Whether any row could have one. */
  boolean exist() {
    return own >= 0 || otherwise != null;
  }

  @Override
  public @Nullable String in(CSVRecord row, List<String> problems) {
    var written = own < 0 ? "" : row.get(own).strip();
    if (!written.isEmpty()) return written;
    if (otherwise != null) return otherwise.in(row, problems);
    problems.add("prompt: is empty; write one, or set defaults.prompt in the job file");
    return null;
  }
}
