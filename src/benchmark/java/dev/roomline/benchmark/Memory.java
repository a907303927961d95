package dev.roomline.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether memory grows with the list. The jar only: the loop keeps every row in memory. */
record Memory() implements Workload {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;
  private static final double MOST = 1.2;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Line> measure(Site site) throws Exception {
    var few = peak(site, FEW, site.plan().repeats());
    var many = peak(site, MANY, site.plan().repeats());
    return List.of(
        line(site, FEW, few), line(site, MANY, many), times(site, many, few).atMost(MOST));
  }

  private Figures peak(Site site, int usual, int repeats) throws IOException, InterruptedException {
    var trials = new ArrayList<Trial>();
    try (var bench = site.open(Load.free(name(), site.rows(usual)))) {
      for (int turn = 1; turn <= repeats; turn++) trials.add(bench.jar(turn));
    }
    return Figures.of(trials, it -> it.spent().peakMib());
  }

  private static Line line(Site site, int usual, Figures peak) {
    return Line.of("peak memory at %,d rows, MiB".formatted(site.rows(usual)), peak);
  }

  private static Line times(Site site, Figures more, Figures few) {
    var what = "peak memory at %,d rows ÷ at %,d".formatted(site.rows(MANY), site.rows(FEW));
    return Line.of(what, new Figures(more.median() / few.median()));
  }
}
