package dev.roomline.benchmark;

/**
 * A line of the table.
 *
 * @param loop what the loop has in its place; null: it has nothing like it
 * @param goal in words; blank: there is none
 * @param verdict whether it is reached
 */
record ReportRow(
    String figure, SampleStatistics jar, SampleStatistics loop, String goal, String verdict) {

  static ReportRow of(String figure, SampleStatistics jar) {
    return new ReportRow(figure, jar, null, "", "");
  }

  ReportRow against(SampleStatistics others) {
    return new ReportRow(figure, jar, others, goal, verdict);
  }

  ReportRow atMost(double limit) {
    return aiming("≤ " + SampleStatistics.text(limit), jar.median() <= limit);
  }

  ReportRow atLeast(double limit) {
    return aiming("≥ " + SampleStatistics.text(limit), jar.median() >= limit);
  }

  ReportRow atLeastOfTheLoop(double share) {
    return aiming("≥ " + SampleStatistics.text(share) + " × loop", ratio() >= share);
  }

  /** Without a verdict: for fewer rows than the goal is meant for. */
  ReportRow unjudged() {
    return new ReportRow(figure, jar, loop, goal, "");
  }

  String markdown(String workload) {
    var none = "–";
    return String.join(
        " | ",
        "| " + workload,
        figure,
        jar.toString(),
        loop == null ? none : loop.toString(),
        loop == null || loop.median() == 0 ? none : SampleStatistics.text(ratio()),
        goal,
        verdict + " |");
  }

  private double ratio() {
    return jar.median() / loop.median();
  }

  private ReportRow aiming(String words, boolean reached) {
    return new ReportRow(figure, jar, loop, words, reached ? "reached" : "**not reached**");
  }
}
