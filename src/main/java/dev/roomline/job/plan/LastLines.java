package dev.roomline.job.plan;

import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.results.Layout;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomTraits;
import dev.roomline.state.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of the sheet's last run, as far as today's can be compared with them. */
record LastLines(RunCommand command, Database books) {
  /** More would need too much memory. */
  private static final long MOST = 500_000;

  /** Each render once; none if there was no run, if it is too large, or bought elsewhere. */
  List<Likeness> likenesses() {
    var runs = new Runs(books.source(), command.pulse().clock());
    return runs.last(command.sheet().file().toString())
        .map(run -> likenesses(runs, run))
        .orElse(List.of());
  }

  private List<Likeness> likenesses(Runs runs, Run run) {
    var table = new ResultTable(books.source(), run.number());
    var lines = table.totals().byStatus().values().stream().mapToLong(it -> it).sum();
    var place = command.counter().endpoint().boughtAt();
    if (lines > MOST || !table.isKnownAt(place)) return List.of();
    var columns = Layout.parse(runs.header(run)).columns();
    var traits = RoomTraits.of(columns, command.sheet().rooms().ignored());
    var found = new LinkedHashMap<Long, Likeness>();
    table.forEach(line -> add(found, traits, line));
    return List.copyOf(found.values());
  }

  private static void add(Map<Long, Likeness> found, RoomTraits traits, ResultRow line) {
    var key = line.key();
    if (key == null) return;
    var photo = line.pictures().photo();
    var bytes = photo == null ? null : photo.sha256();
    var likeness = Likeness.of(traits, line.cells(), line.place(), key, line.prompt(), bytes);
    found.putIfAbsent(likeness.key(), likeness);
  }
}
