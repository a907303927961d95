package dev.roomline.rows;

import dev.roomline.room.BadInput;
import dev.roomline.room.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Gives every row its prompt: its own, taken literally, or the sheet's with cells filled in. */
final class Prompts {
  private static final String KEY = "defaults.prompt";

  /** A literal text, or the cell of a column if {@code column} is not negative. */
  private record Piece(String text, int column) {}

  private final int own;
  private final List<Piece> pieces;

  private Prompts(int own, List<Piece> pieces) {
    this.own = own;
    this.pieces = pieces;
  }

  /** Throws BadInput if a placeholder names no column. */
  static Prompts of(Header header, @Nullable Object template) {
    var pieces = template == null ? List.<Piece>of() : pieces(header, template.toString());
    return new Prompts(header.of(Columns.PROMPT), pieces);
  }

  /** The row's prompt, or null if it has none, for which a problem is added. */
  @Nullable
  String of(CSVRecord row, List<String> problems) {
    var written = own < 0 ? "" : row.get(own).strip();
    if (!written.isEmpty()) return written;
    if (pieces.isEmpty()) {
      problems.add("prompt: is blank; write one or set defaults.prompt in the sheet");
      return null;
    }
    var prompt = new StringBuilder();
    for (var piece : pieces) {
      var text = piece.column() < 0 ? piece.text() : row.get(piece.column()).strip();
      if (text.isEmpty()) {
        problems.add("prompt: column " + piece.text()
            + " is blank, and the prompt needs it; fill it in or write a prompt for this row");
        return null;
      }
      prompt.append(text);
    }
    return prompt.toString().strip();
  }

  private static List<Piece> pieces(Header header, String template) {
    var pieces = new ArrayList<Piece>();
    var from = 0;
    for (var open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      var close = template.indexOf('}', open);
      if (close < 0) throw new BadInput(KEY + ": a { is never closed; write {column}");
      if (open > from) pieces.add(new Piece(template.substring(from, open), -1));
      pieces.add(placeholder(header, template.substring(open + 1, close)));
      from = close + 1;
    }
    if (from < template.length()) pieces.add(new Piece(template.substring(from), -1));
    return List.copyOf(pieces);
  }

  private static Piece placeholder(Header header, String name) {
    var column = header.named(name);
    if (column >= 0 && !name.isBlank()) return new Piece(name.strip(), column);
    var near = Suggestion.didYouMean(name, header.names());
    throw new BadInput(KEY + ": the rooms file has no column " + name.strip()
        + (near.isEmpty() ? "; it has: " + String.join(", ", header.names()) : near));
  }
}
