package dev.roomline.results;

import dev.roomline.domain.Picture;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.KeptRenders;
import dev.roomline.results.ResultTable.Totals;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The lines of a run as they are shown. A render that was to be paid for again, and has no new
 * picture, shows its earlier line: what was good stays until something better is there.
 */
public final class ShownResults {
  private final ResultTable table;
  private final KeptRenders kept;
  private final Predicate<Picture> stored;

  /**
   * @param stored whether a picture is whole in the picture store
   */
  public ShownResults(ResultTable table, KeptRenders kept, Predicate<Picture> stored) {
    this.table = table;
    this.kept = kept;
    this.stored = stored;
  }

  /** Writes down which lines are no longer rendered, as their pictures were lost since. */
  public void markLostPictures() {
    table.updateShown(row -> row.shownFrom(stored));
  }

  /** All lines in the order of the input: each as it is in this run, and as it is shown. */
  public void forEach(BiConsumer<ResultRow, ResultRow> reader) {
    table.forEachPage(page -> forEach(page, reader));
  }

  /** How many lines are shown, by status. */
  public Totals totals() {
    var totals = table.totals();
    var byStatus = new EnumMap<ResultStatus, Long>(ResultStatus.class);
    byStatus.putAll(totals.byStatus());
    table.forEachPageWithoutPicture(page -> forEach(page, (row, shown) -> {
      byStatus.merge(shown.status(), 1L, Long::sum);
      byStatus.computeIfPresent(row.status(), (status, lines) -> lines == 1 ? null : lines - 1);
    }));
    return new Totals(byStatus, totals.byPayment());
  }

  private void forEach(List<ResultRow> page, BiConsumer<ResultRow, ResultRow> reader) {
    var wanted = page.stream()
        .filter(row -> row.pictures().renders().isEmpty())
        .map(ResultRow::key)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
    var earlier = kept.of(wanted);
    for (var row : page) {
      var known = row.pictures().renders().isEmpty() ? earlier.get(row.key()) : null;
      var shown = known == null ? row : row.showing(known).shownFrom(stored);
      reader.accept(row, shown.pictures().renders().isEmpty() ? row : shown);
    }
  }
}
