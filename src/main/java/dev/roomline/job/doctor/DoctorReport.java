package dev.roomline.job.doctor;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import java.util.Comparator;
import java.util.List;

/** What the doctor found, in the order in which it is told. */
public record DoctorReport(List<Finding> findings) {

  /** A sheet that cannot be read is all there is to find. */
  public static DoctorReport of(InvalidInputException unreadable) {
    return new DoctorReport(List.of(Finding.of("sheet", unreadable)));
  }

  /** What a run would end with before it bought anything; DONE if it would start. */
  public ExitCode exit() {
    return findings.stream()
        .map(Finding::exit)
        .min(Comparator.naturalOrder())
        .orElse(ExitCode.DONE);
  }
}
