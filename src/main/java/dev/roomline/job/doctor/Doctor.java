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

/** The verb {@code doctor}: looks at whatever may keep a job from running well; buys nothing. */
public final class Doctor {
  /** Each answer is awaited for 5 s; on a busy machine what leads to it needs more. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Target target;

  /**
   * Whom to look at. What a supplier throws is a finding.
   *
   * @param key throws NotStarted where one is needed and there is none
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

  /** Makes every check; none is billed, and nothing but the state's tables is written. */
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
    checks.add(new Check("sheet", new JobFileCheck(jobFile, target.clock())::check));
    return new DoctorReport(checkRunner.make(checks));
  }
}
