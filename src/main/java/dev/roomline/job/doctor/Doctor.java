package dev.roomline.job.doctor;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;
import dev.roomline.job.doctor.CheckRunner.Check;
import dev.roomline.jobfile.JobFile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The command {@code doctor}: checks what may keep a job from running well. It is free. */
public final class Doctor {
  /** A request waits 5 s for its answer; on a busy machine a check takes longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Reading all pictures takes minutes, and a person has asked for it. */
  private static final Duration READING = Duration.ofDays(1);

  private final Target target;

  /**
   * What to check. An exception of a supplier becomes a finding.
   *
   * @param key throws StartRefusedException if a key is needed and there is none
   */
  public record Target(
      JobFile jobFile,
      Supplier<EndpointSettings> endpoint,
      Supplier<PhotoSource> photos,
      Supplier<ApiKey> key,
      Clock clock) {}

  public Doctor(Target target) {
    this.target = target;
  }

  /**
   * Runs every check. None is charged, and only the state's tables may be created.
   *
   * @param pictures whether to read all kept pictures, too
   */
  public DoctorReport examine(boolean pictures) throws InterruptedException {
    var jobFile = target.jobFile();
    var checks = new ArrayList<Check>();
    try {
      var endpoint = target.endpoint().get();
      var roomListCheck = new RoomListCheck(jobFile, endpoint, target.photos());
      checks.add(new Check("rooms", roomListCheck::check));
      checks.add(new Check("photos", new PhotosCheck(jobFile, endpoint, roomListCheck)::check));
      checks.add(new Check("endpoint", new AccountCheck(target, endpoint)::check));
      checks.add(new Check("state", new StateCheck(target, endpoint)::check));
      checks.add(new Check("disk", new DiskCheck(jobFile, roomListCheck)::check));
    } catch (InvalidInputException e) {
      checks.add(new Check("endpoint", () -> List.of(Finding.of("endpoint", e))));
    }
    checks.add(new Check(JobFileCheck.SUBJECT, new JobFileCheck(jobFile, target.clock())::check));
    var findings = new ArrayList<>(new CheckRunner(PATIENCE).make(checks));
    if (pictures) {
      var check = new Check("pictures", new PicturesCheck(jobFile)::check);
      findings.addAll(new CheckRunner(READING).make(List.of(check)));
    }
    return new DoctorReport(List.copyOf(findings));
  }
}
