package dev.roomline.benchmark;

/**
 * A line of the table.
 *
 * @param loop what the loop has in its place; null: it has nothing like it
 * @param goal in words; blank: there is none
 * @param verdict whether it is reached
 */
record Line(String figure, Figures jar, Figures loop, String goal, String verdict) {

  static Line of(String figure, Figures jar) {
    return new Line(figure, jar, null, "", "");
  }

  Line against(Figures others) {
    return new Line(figure, jar, others, goal, verdict);
  }

  Line atMost(double limit) {
    return aiming("≤ " + Figures.text(limit), jar.median() <= limit);
  }

  Line atLeast(double limit) {
    return aiming("≥ " + Figures.text(limit), jar.median() >= limit);
  }

  Line atLeastOfTheLoop(double share) {
    return aiming("≥ " + Figures.text(share) + " × loop", ratio() >= share);
  }

  /** Without a verdict: for fewer rows than the goal is meant for. */
  Line unjudged() {
    return new Line(figure, jar, loop, goal, "");
  }

  String markdown(String workload) {
    var none = "–";
    return String.join(
        " | ",
        "| " + workload,
        figure,
        jar.toString(),
        loop == null ? none : loop.toString(),
        loop == null || loop.median() == 0 ? none : Figures.text(ratio()),
        goal,
        verdict + " |");
  }

  private double ratio() {
    return jar.median() / loop.median();
  }

  private Line aiming(String words, boolean reached) {
    return new Line(figure, jar, loop, words, reached ? "reached" : "**not reached**");
  }
}
