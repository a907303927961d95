package dev.roomline.job.decisions;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RowNumbers;
import dev.roomline.domain.Status;
import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Settled;
import dev.roomline.results.ResultRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the purchases behind the rows that a person decides about. */
final class Undecided {
  private final LastRun last;
  private final Map<Long, List<Entry>> byRow = new TreeMap<>();

  private Undecided(LastRun last) {
    this.last = last;
  }

  /**
   * Each purchase once, in the order of the rows.
   *
   * @throws BadInput naming a row that cannot be decided about
   */
  static Collection<Entry> of(RowNumbers rows, LastRun last) {
    var found = new Undecided(last);
    if (rows.areAll()) last.table().forEachUnsure(found::addUnsure);
    else last.table().forEach(line -> found.addNamed(line, rows));
    if (found.byRow.isEmpty()) {
      throw new BadInput(
          rows.areAll() ? "no row is unsure" : "none of these rows is in the results");
    }
    return found.chosen();
  }

  private void addUnsure(ResultRow line) {
    last.known(line)
        .filter(Entry::undecided)
        .ifPresent(known -> at(line.place().row()).add(known));
  }

  private void addNamed(ResultRow line, RowNumbers rows) {
    var row = line.place().row();
    if (!rows.contain(row)) return;
    at(row).add(last.known(line).orElseThrow(() -> unfit(row, line.status())));
  }

  private List<Entry> at(long row) {
    return byRow.computeIfAbsent(row, none -> new ArrayList<>());
  }

  private Collection<Entry> chosen() {
    var chosen = new LinkedHashMap<RenderKey, Entry>();
    byRow.forEach((row, entries) ->
        choose(row, entries).forEach(it -> chosen.put(it.purchase().key(), it)));
    return chosen.values();
  }

  /** What waits comes first: only where nothing does, a decision is corrected. */
  private static List<Entry> choose(long row, List<Entry> entries) {
    var undecided = entries.stream().filter(Entry::undecided).toList();
    if (!undecided.isEmpty()) return undecided;
    var decidable = entries.stream().filter(Entry::decidable).toList();
    if (decidable.isEmpty()) throw unfit(row, ResultRow.status(Settled.of(entries.get(0))));
    return decidable;
  }

  private static BadInput unfit(long row, Status status) {
    return new BadInput("row " + row + " is not unsure: it is " + status.text());
  }
}
