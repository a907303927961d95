package dev.roomline.results;

import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.ledger.Run;
import dev.roomline.rooms.RoomNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds renders of a run that came with the same picture, address or id although they were asked for
 * differently. One of them is wrong, and only a person can see which, so all go to review.
 */
public record RepeatedPictures(ResultTable table, Ledger ledger, Run run, RoomNames rooms) {

  /** What came with a render: the value, and what it is. */
  private record Mark(String kind, String value) {
    String text() {
      return kind + " " + value;
    }
  }

  /** Two lines that have a mark in common; the second is null until one differs from the first. */
  private record Pair(ResultRow first, @Nullable ResultRow second) {}

  /** Marks them in the ledger, and their lines in the table. What a person decided stays. */
  public void mark() {
    var values = new SharedValues();
    table.forEachShown(row ->
        marks(row).forEach(mark -> values.add(mark.text(), Objects.requireNonNull(row.key()))));
    var suspects = values.shared();
    if (suspects.isEmpty()) return;
    var pairs = pairs(suspects);
    table.updateShown(row -> marked(row, reasons(row, pairs)));
  }

  private Map<Mark, Pair> pairs(Set<Long> suspects) {
    var pairs = new HashMap<Mark, Pair>();
    table.forEachShown(row -> {
      for (var mark : marks(row)) {
        if (suspects.contains(SharedValues.bits(mark.text())))
          pairs.merge(mark, new Pair(row, null), (known, unused) -> with(known, row));
      }
    });
    return pairs;
  }

  private Pair with(Pair pair, ResultRow row) {
    return pair.second() == null && !isSameRequest(pair.first(), row)
        ? new Pair(pair.first(), row)
        : pair;
  }

  private @Nullable ResultRow otherThan(ResultRow row, Pair pair) {
    if (!isSameRequest(pair.first(), row)) return pair.first();
    var second = pair.second();
    return second == null || isSameRequest(second, row) ? null : second;
  }

  private Set<String> reasons(ResultRow row, Map<Mark, Pair> pairs) {
    var reasons = new LinkedHashSet<String>();
    for (var mark : marks(row)) {
      var pair = pairs.get(mark);
      var other = pair == null ? null : otherThan(row, pair);
      if (other != null) reasons.add(reason(other, mark.kind()));
    }
    return reasons;
  }

  private static String reason(ResultRow other, String kind) {
    var style = other.position().style();
    return "the provider gave row %d's render%s the same %s"
        .formatted(other.position().row(), style.isEmpty() ? "" : " (" + style + ")", kind);
  }

  private ResultRow marked(ResultRow row, Set<String> reasons) {
    if (reasons.isEmpty()) return row;
    var key = Objects.requireNonNull(row.key());
    return ledger
        .find(key, run.sinceEdition())
        .filter(known -> known.decision() == null && known.pictures() instanceof Kept)
        .map(known -> row.now(marked(known, reasons), run))
        .orElse(row);
  }

  private LedgerEntry marked(LedgerEntry known, Set<String> reasons) {
    var checks = new LinkedHashSet<>(((Kept) Objects.requireNonNull(known.pictures())).checks());
    if (!checks.addAll(reasons)) return known;
    ledger.pictures().setChecks(known.purchase(), List.copyOf(checks));
    return ledger.find(known.purchase().key(), run.sinceEdition()).orElseThrow();
  }

  private static List<Mark> marks(ResultRow row) {
    var marks = new ArrayList<Mark>();
    for (var picture : row.pictures().renders()) marks.add(new Mark("picture", picture.sha256()));
    var render = row.render();
    if (render != null) {
      for (var address : render.outputs()) marks.add(new Mark("address", address));
    }
    var id = row.requestId();
    if (id != null) marks.add(new Mark("id", id));
    return marks;
  }

  /** Equal rows, and variants: the same photo and the same words may well give one picture. */
  private boolean isSameRequest(ResultRow row, ResultRow other) {
    if (Objects.equals(row.key(), other.key())) return true;
    return row.prompt().equals(other.prompt())
        && (rooms.photo(row.cells()).equals(rooms.photo(other.cells())) || isSamePhoto(row, other));
  }

  private static boolean isSamePhoto(ResultRow row, ResultRow other) {
    var photo = row.pictures().photo();
    return photo != null && photo.equals(other.pictures().photo());
  }
}
