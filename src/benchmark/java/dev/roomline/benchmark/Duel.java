package dev.roomline.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What jar and loop took, turn by turn. */
record Duel(List<Trial> jar, List<Trial> loop) {

  Line line(String figure, ToDoubleFunction<Trial> value) {
    return Line.of(figure, jarFigures(value)).against(Figures.of(loop, value));
  }

  Figures jarFigures(ToDoubleFunction<Trial> value) {
    return Figures.of(jar, value);
  }

  /** What every workload tells besides. */
  List<Line> means() {
    return List.of(
        line("rows that came to nothing", it -> it.rows() - it.rendered()),
        line("CPU seconds, start-up included", it -> it.spent().cpuSeconds()),
        line("peak memory, MiB", it -> it.spent().peakMib()));
  }
}
