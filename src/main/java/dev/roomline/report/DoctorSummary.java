package dev.roomline.report;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.doctor.DoctorReport;
import dev.roomline.job.doctor.Finding;
import java.util.ArrayList;
import java.util.List;

/** What the doctor found, for a person. */
public final class DoctorSummary {
  private DoctorSummary() {}

  /** One line for each finding, and its remedy below. */
  public static List<String> of(DoctorReport report) {
    var lines = new ArrayList<String>();
    for (var finding : report.findings()) {
      lines.add("%-5s  %-8s  %s".formatted(mark(finding), finding.what(), finding.words()));
      if (!finding.remedy().isEmpty()) lines.add("       -> " + finding.remedy());
    }
    lines.add(
        report.exit() == ExitCode.DONE
            ? "nothing was found that would stop a run"
            : "a run would buy nothing, and end with " + report.exit().code());
    return lines;
  }

  private static String mark(Finding finding) {
    return switch (finding.standing()) {
      case WELL -> "well";
      case LOOK -> "look";
      case STOPS -> "STOPS";
    };
  }
}
