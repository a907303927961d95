package dev.roomline.job.decisions;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.results.ResultRow;
import dev.roomline.results.RowMeaning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the purchases behind the rows that a person decides about. */
final class UnsureSelection {
  private final OpenedRun last;
  private final Map<Long, List<LedgerEntry>> byRow = new TreeMap<>();

  private UnsureSelection(OpenedRun last) {
    this.last = last;
  }

  /**
   * Each purchase once, in the order of the rows.
   *
   * @throws InvalidInputException naming a row about which nothing is to be decided
   */
  static Collection<LedgerEntry> of(RowSelection rows, OpenedRun last) {
    var found = new UnsureSelection(last);
    if (rows.areAll()) last.table().forEachUnsure(found::addUnsure);
    else last.table().forEach(line -> found.addNamed(line, rows));
    if (found.byRow.isEmpty()) {
      throw new InvalidInputException(
          rows.areAll() ? "no row is unsure" : "none of these rows is in the results");
    }
    return found.chosen();
  }

  private void addUnsure(ResultRow line) {
    last.known(line)
        .filter(it -> it.meaning().isUndecided())
        .ifPresent(known -> at(line.position().row()).add(known));
  }

  private void addNamed(ResultRow line, RowSelection rows) {
    var row = line.position().row();
    if (!rows.contains(row)) return;
    at(row).add(last.known(line).orElseThrow(() -> notUnsure(row, line.status())));
  }

  private List<LedgerEntry> at(long row) {
    return byRow.computeIfAbsent(row, none -> new ArrayList<>());
  }

  private Collection<LedgerEntry> chosen() {
    var chosen = new LinkedHashMap<RenderKey, LedgerEntry>();
    byRow.forEach((row, entries) ->
        choose(row, entries).forEach(it -> chosen.put(it.purchase().key(), it)));
    return chosen.values();
  }

  /** What is undecided comes first. Only if there is nothing, an earlier decision is corrected. */
  private static List<LedgerEntry> choose(long row, List<LedgerEntry> entries) {
    var undecided = entries.stream().filter(it -> it.meaning().isUndecided()).toList();
    if (!undecided.isEmpty()) return undecided;
    var decidable =
        entries.stream().filter(it -> RowMeaning.of(it).mayBeDecided()).toList();
    if (decidable.isEmpty()) throw notUnsure(row, RowMeaning.of(entries.get(0)).status());
    return decidable;
  }

  private static InvalidInputException notUnsure(long row, ResultStatus status) {
    return new InvalidInputException(
        "row " + row + " is not unsure: its status is " + status.text());
  }
}
