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

  /** Runs every check. None is charged, and only the state's tables may be created. */
  public DoctorReport examine() throws InterruptedException {
    var jobFile = target.jobFile();
    var checks = new ArrayList<Check>();
    var checkRunner = new CheckRunner(PATIENCE);
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
    return new DoctorReport(checkRunner.make(checks));
  }
}
