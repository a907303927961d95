package dev.roomline.job.doctor;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import java.util.Comparator;
import java.util.List;

/** What the doctor found, in the order in which it is printed. */
public record DoctorReport(List<Finding> findings) {

  /** The report for a job file that cannot be read: its problem is the only finding. */
  public static DoctorReport of(InvalidInputException unreadable) {
    return new DoctorReport(List.of(Finding.of(JobFileCheck.SUBJECT, unreadable)));
  }

  /** The exit code a run would stop with before it pays for anything; DONE if it would start. */
  public ExitCode exit() {
    return findings.stream()
        .map(Finding::exit)
        .min(Comparator.naturalOrder())
        .orElse(ExitCode.DONE);
  }
}
