package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Very many slow renders at a time. */
record Wide() implements Workload {
  private static final int AT_ONCE = 1_000;
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "wide";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var atOnce = site.rows(AT_ONCE);
    var duel = site.duel(Load.unpaced(name(), ROUNDS * atOnce, atOnce, "--latency 8s"));
    var lines = new ArrayList<Line>();
    lines.add(duel.line("time ÷ ideal", it -> it.overIdeal(atOnce)).atMost(1.10));
    lines.add(duel.line("seconds from the first create to the end", Trial::seconds));
    lines.add(duel.line("ideal, seconds", it -> it.idealSeconds(atOnce)));
    lines.add(duel.line("most at the vendor at a time", it -> it.count("most_at_once")));
    lines.addAll(duel.means());
    return lines;
  }
}
