package dev.roomline.report;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.doctor.DoctorReport;
import dev.roomline.job.doctor.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings of the doctor as text for a person. */
public final class DoctorSummary {
  private DoctorSummary() {}

  /** One line for each finding, and its remedy below. */
  public static List<String> of(DoctorReport report) {
    var lines = new ArrayList<String>();
    for (var finding : report.findings()) {
      lines.add("%-4s  %-8s  %s".formatted(mark(finding), label(finding.what()), finding.words()));
      if (!finding.remedy().isEmpty()) lines.add("      Next: " + finding.remedy());
    }
    lines.add(end(report.exit()));
    return lines;
  }

  /** The job file has another name in the JSON, which scripts read. */
  private static String label(String what) {
    return what.equals("sheet") ? "job file" : what;
  }

  private static String mark(Finding finding) {
    return switch (finding.standing()) {
      case WELL -> "OK";
      case LOOK -> "WARN";
      case STOPS -> "FAIL";
    };
  }

  private static String end(ExitCode exit) {
    if (exit == ExitCode.DONE) return "No problem found that would stop a run.";
    return "A run would stop before it pays for anything (exit code %d: %s)."
        .formatted(exit.code(), subject(exit));
  }

  private static String subject(ExitCode exit) {
    return switch (exit) {
      case ACCOUNT -> "key or account";
      case ENDPOINT -> "endpoint";
      case HELD -> "another run uses the state";
      case STORAGE -> "disk or state";
      case USAGE -> "job file, room list or address";
      default -> "internal error";
    };
  }
}
