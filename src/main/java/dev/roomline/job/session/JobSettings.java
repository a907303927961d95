package dev.roomline.job.session;

import dev.roomline.domain.Sha256;
import dev.roomline.domain.Variations;
import dev.roomline.download.DownloadSettings;
import dev.roomline.endpoint.ApiFamily;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.endpoint.UploadMethod;
import dev.roomline.images.CheckSettings;
import dev.roomline.images.PhotoSource;
import dev.roomline.images.PictureStore;
import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFileFinder;
import dev.roomline.ledger.Run;
import dev.roomline.output.GalleryWriter;
import dev.roomline.output.PictureLinks;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Keeping;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.render.limits.LimitSettings;
import dev.roomline.results.PictureNames;
import dev.roomline.rooms.RoomList;
import dev.roomline.rooms.RowSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Translates the job file into the settings that each package takes. */
public final class JobSettings {
  private JobSettings() {}

  /** How the rows of the room list are read. */
  public static RowSettings rows(JobFile jobFile, EndpointAccess access) {
    return rows(jobFile, access.endpoint(), access.photos());
  }

  /** The same without a key. */
  public static RowSettings rows(JobFile jobFile, EndpointSettings endpoint, PhotoSource photos) {
    var rooms = jobFile.rooms();
    return new RowSettings(
        rooms.defaults(),
        jobFile.endpoint().extra(),
        photos.ignoring(rooms.ignored()),
        rooms.charset(),
        rooms.delimiter(),
        endpoint.family() == ApiFamily.V5,
        rooms.variations());
  }

  /** How a run renders, with the job file's repurchase policy. */
  public static RenderSettings render(JobRequest request, Run run) {
    return render(request, run, again(request.jobFile()));
  }

  /** How a run renders, with another repurchase policy. */
  public static RenderSettings render(JobRequest request, Run run, Repurchase repurchase) {
    var limits = request.jobFile().limits();
    return new RenderSettings(
        new LimitSettings(limits.requestsPerMinute(), limits.burst(), limits.inFlight()),
        limits.patience(),
        repurchase,
        request.budgetRules().allowance(run.spent()),
        pictureSettings(request),
        request.timing().delays(),
        UploadMethod.parse(request.jobFile().uploads().way()));
  }

  /** With the sandbox, no other server is asked for pictures. */
  private static Keeping pictureSettings(JobRequest request) {
    var pictures = request.jobFile().pictures();
    var sandbox = request.access().endpoint().sandbox();
    return new Keeping(pictures.atOnce(), pictures.originals(), !sandbox);
  }

  /** The picture store of a run. */
  public static PictureStore pictureStore(JobRequest request) {
    var jobFile = request.jobFile();
    return pictureStore(jobFile, Set.of(request.access().endpoint().origin()), pictures(jobFile));
  }

  /** The picture store for commands that add no picture. */
  public static PictureStore pictureStore(JobFile jobFile) {
    return pictureStore(jobFile, Set.of(), pictures(jobFile));
  }

  /** Throws InvalidInputException if pictures cannot be downloaded or shown as the job file says. */
  public static void checkPictures(JobFile jobFile) {
    fetching(jobFile, Set.of());
    PictureLinks.at(jobFile.output().resolve(PictureNames.FOLDER));
    PictureLinks.at(jobFile.output().resolve(GalleryWriter.THUMBNAILS));
  }

  /** The settings for checking photo addresses: as strict as those for downloads. */
  public static DownloadSettings probing(JobRequest request) {
    var origin = request.access().endpoint().origin();
    return DownloadSettings.forProbing(
        Set.of(origin), request.jobFile().pictures().allowed());
  }

  private static DownloadSettings fetching(JobFile jobFile, Set<String> origins) {
    return DownloadSettings.usual(origins, jobFile.pictures().allowed());
  }

  /** The folder of the picture store. */
  public static Path pictures(JobFile jobFile) {
    return jobFile.state().resolve("pictures");
  }

  /** A picture store in any folder. */
  public static PictureStore pictureStore(JobFile jobFile, Set<String> origins, Path folder) {
    var checks = jobFile.checks();
    var least = checks.least();
    return new PictureStore(
        folder,
        fetching(jobFile, origins),
        new CheckSettings(
            least.width(), least.height(), checks.blank(), checks.aspect(), checks.same()));
  }

  /** What the job file allows to be paid for again. */
  public static Repurchase again(JobFile jobFile) {
    return new Repurchase(jobFile.spending().retries(), jobFile.spending().resend());
  }

  /** Who the job is: a symbolic link to its file or to a folder above makes no other job of it. */
  public static Run.Job job(JobFile jobFile) {
    var file = real(jobFile.file());
    return new Run.Job(JobFileFinder.name(file), file.toString(), jobFile.file().toString());
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  /** What identifies a run's request, so that the same command can continue it. */
  public static Run.Request request(JobRequest request, RoomList roomList) {
    var jobFile = request.jobFile();
    var shape = new ArrayList<Object>(List.of(
        request.access().endpoint().id(),
        Objects.toString(jobFile.rooms().photos()),
        jobFile.rooms().defaults(),
        jobFile.endpoint().extra()));
    // What runs of former releases did not know leaves their digests as they are.
    if (!jobFile.rooms().variations().equals(Variations.PLAIN))
      shape.add(jobFile.rooms().variations());
    var ignored = jobFile.rooms().ignored();
    if (!ignored.isEmpty()) shape.add(List.of("photos-ignore", ignored));
    return new Run.Request(
        job(jobFile),
        jobFile.rooms().input().toString(),
        roomList.digest(),
        Sha256.of(shape.toString()),
        request.fresh());
  }
}
