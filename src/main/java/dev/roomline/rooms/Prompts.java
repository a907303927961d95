package dev.roomline.rooms;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Gives every row its prompt: its own, taken literally, or the sheet's with cells filled in. */
final class Prompts implements Wording {
  private final int own;
  private final @Nullable Template otherwise;

  private Prompts(int own, @Nullable Template otherwise) {
    this.own = own;
    this.otherwise = otherwise;
  }

  /** Throws BadInput if a placeholder names no column. */
  static Prompts of(Header header, @Nullable Object template) {
    return new Prompts(
        header.of(Columns.PROMPT),
        template == null ? null : Template.ofDefaults(header, template.toString()));
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
    problems.add("prompt: is blank; write one or set defaults.prompt in the sheet");
    return null;
  }
}
