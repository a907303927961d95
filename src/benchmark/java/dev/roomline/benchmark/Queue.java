package dev.roomline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How well the account's queue is kept full: one render too many is rejected. */
record Queue(boolean processing) implements Workload {
  private static final int ROWS = 400;
  private static final int PLACES = 15;

  @Override
  public String name() {
    return processing ? "queue-processing" : "queue-synchronous";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var sandbox = "--latency 1s..5s --queue " + PLACES;
    if (processing) sandbox += " --processing 1 --eta-step 100ms";
    var duel = site.duel(Load.unpaced(name(), site.rows(ROWS), PLACES, sandbox));
    var lines = new ArrayList<Line>();
    lines.add(
        duel.line("time ÷ ideal", it -> it.overIdeal(PLACES)).atMost(processing ? 1.15 : 1.03));
    lines.add(duel.line("seconds from the first create to the end", Trial::seconds));
    lines.add(duel.line("ideal, seconds", it -> it.idealSeconds(PLACES)));
    lines.add(duel.line("rejections", Trial::refused));
    if (processing)
      lines.add(duel.line("polls per render", Trial::pollsPerRender).atMost(1.5));
    lines.addAll(duel.means());
    return lines;
  }
}
