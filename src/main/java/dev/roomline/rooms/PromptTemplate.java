package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prompt of the job file, with a row's cells filled in for its placeholders. */
final class PromptTemplate implements RowText {
  private final Header header;
  private final String key;
  private final String remedy;
  private final @Nullable PromptSource ownPrompts;
  private final List<RowText> pieces = new ArrayList<>();

  private PromptTemplate(
      Header header, String key, String remedy, @Nullable PromptSource ownPrompts) {
    this.header = header;
    this.key = key;
    this.remedy = remedy;
    this.ownPrompts = ownPrompts;
  }

  /** Reads {@code defaults.prompt}, or throws InvalidInputException if a placeholder names no column. */
  static PromptTemplate ofDefaults(Header header, String text) {
    var remedy = ", and the prompt needs it; fill it in or write a prompt for this row";
    return new PromptTemplate(header, "defaults.prompt", remedy, null).read(text);
  }

  /**
   * Reads a style's prompt, or throws InvalidInputException if a placeholder names no column.
   *
   * @param plain fills {@code {prompt}} in with what the row's prompt is without the style
   */
  static PromptTemplate ofStyle(Header header, String style, String text, PromptSource plain) {
    var key = "styles." + style + ".prompt";
    var remedy = ", and " + key + " needs it; fill it in";
    return new PromptTemplate(header, key, remedy, plain.exist() ? plain : null).read(text);
  }

  @Override
  public @Nullable String in(CsvRow row, List<String> problems) {
    var text = new StringBuilder();
    for (var piece : pieces) {
      var part = piece.in(row, problems);
      if (part == null) return null;
      text.append(part);
    }
    return text.toString().strip();
  }

  private PromptTemplate read(String text) {
    var from = 0;
    for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      var close = text.indexOf('}', open);
      if (close < 0) throw new InvalidInputException(key + ": a { is never closed; write {column}");
      literal(text.substring(from, open));
      pieces.add(placeholder(text.substring(open + 1, close)));
      from = close + 1;
    }
    literal(text.substring(from));
    return this;
  }

  private void literal(String text) {
    if (!text.isEmpty()) pieces.add((row, problems) -> text);
  }

  private RowText placeholder(String name) {
    if (ownPrompts != null && Columns.plain(name).equals(Columns.PROMPT)) return ownPrompts;
    var column = header.named(name);
    if (column >= 0 && !name.isBlank()) {
      return (row, problems) -> cell(row.get(column).strip(), name.strip(), problems);
    }
    var near = Suggestion.didYouMean(name, header.names());
    throw new InvalidInputException(key + ": the room list has no column " + name.strip()
        + (near.isEmpty() ? "; it has: " + String.join(", ", header.names()) : near));
  }

  private @Nullable String cell(String text, String column, List<String> problems) {
    if (!text.isEmpty()) return text;
    problems.add("prompt: column " + column + " is empty" + remedy);
    return null;
  }
}
