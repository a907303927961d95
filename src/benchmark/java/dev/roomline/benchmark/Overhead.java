package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What a render costs on this side, when the vendor takes no time at all. */
record Overhead() implements Workload {
  private static final int ROWS = 20_000;

  @Override
  public String name() {
    return "overhead";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var duel = site.duel(Load.free(name(), site.rows(ROWS)));
    var lines = new ArrayList<Line>();
    lines.add(duel.line("rows per second", Trial::rowsPerSecond).atLeastOfTheLoop(0.6));
    lines.add(duel.line("CPU seconds per 1,000 rows, start-up included", Trial::cpuPerThousand));
    lines.add(duel.line("the sandbox's share of all CPU", Trial::sandboxShare));
    lines.add(duel.line("cores kept busy, sandbox included", Trial::coresBusy));
    lines.addAll(duel.means());
    return lines;
  }
}
