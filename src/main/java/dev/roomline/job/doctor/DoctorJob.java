package dev.roomline.job.doctor;

import dev.roomline.domain.BadInput;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.Photos;
import dev.roomline.job.doctor.Rounds.Check;
import dev.roomline.jobfile.JobSheet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The verb {@code doctor}: looks at whatever may keep a job from running well; buys nothing. */
public final class DoctorJob {
  /** Each answer is awaited for 5 s; on a busy machine what leads to it needs more. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Patient patient;

  /**
   * Whom to look at. What a supplier throws is a finding.
   *
   * @param key throws NotStarted where one is needed and there is none
   */
  public record Patient(
      JobSheet sheet,
      Supplier<EndpointSettings> endpoint,
      Supplier<Photos> photos,
      Supplier<ApiKey> key,
      Clock clock) {}

  public DoctorJob(Patient patient) {
    this.patient = patient;
  }

  /** Makes every check; none is billed, and nothing but the state's tables is written. */
  public DoctorReport examine() throws InterruptedException {
    var sheet = patient.sheet();
    var checks = new ArrayList<Check>();
    var rounds = new Rounds(PATIENCE);
    try {
      var endpoint = patient.endpoint().get();
      var rooms = new Rooms(sheet, endpoint, patient.photos());
      checks.add(new Check("rooms", rooms::look));
      checks.add(new Check("photos", new PhotosCheck(sheet, endpoint, rooms)::look));
      checks.add(new Check("endpoint", new AccountCheck(patient, endpoint)::look));
      checks.add(new Check("state", new StateCheck(patient, endpoint)::look));
      checks.add(new Check("disk", new DiskCheck(sheet, rooms)::look));
    } catch (BadInput e) {
      checks.add(new Check("endpoint", () -> List.of(Finding.of("endpoint", e))));
    }
    checks.add(new Check("sheet", new SheetCheck(sheet, patient.clock())::look));
    return new DoctorReport(rounds.make(checks));
  }
}
