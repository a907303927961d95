package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How much of a permitted rate is used. */
record Rate() implements Workload {
  private static final int ROWS = 1_500;
  private static final int PER_MINUTE = 3_000;
  private static final int BURST = 50;

  /** Some 130 are on their way at a time; no place is ever short. */
  private static final int AT_ONCE = 400;

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var sandbox = Site.words("--latency 2s..10s --requests-per-minute 3000 --burst 50");
    var duel = site.duel(new Load(name(), site.rows(ROWS), AT_ONCE, PER_MINUTE, BURST, sandbox));
    var lines = new ArrayList<Line>();
    lines.add(duel.line("accepted of what is permitted", Rate::used).atLeast(0.985));
    lines.add(duel.line("rejections", Trial::refused).atMost(0));
    lines.add(duel.line("most arrivals in any second", Trial::mostPerSecond));
    lines.add(duel.line("seconds from first to last create", Trial::spanOfSends));
    lines.addAll(duel.means());
    return lines;
  }

  private static double used(Trial trial) {
    return trial.count("billed") / (BURST + PER_MINUTE / 60.0 * trial.spanOfSends());
  }
}
