package dev.roomline.job.session;

import dev.roomline.domain.Series;
import dev.roomline.domain.Sha256;
import dev.roomline.download.FetchSettings;
import dev.roomline.endpoint.Family;
import dev.roomline.endpoint.UploadWay;
import dev.roomline.images.CheckSettings;
import dev.roomline.images.Shelf;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.ledger.Run;
import dev.roomline.output.PictureFolder;
import dev.roomline.output.Wall;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Again;
import dev.roomline.render.RenderSettings.Keeping;
import dev.roomline.render.RenderSettings.Limits;
import dev.roomline.results.PictureNames;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.rooms.RowSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What each room needs to know of the sheet, and no more. */
public final class Assembly {
  private Assembly() {}

  public static RowSettings rows(JobSheet sheet, Counter counter) {
    var rooms = sheet.rooms();
    return new RowSettings(
        rooms.defaults(),
        sheet.endpoint().extra(),
        counter.photos().ignoring(rooms.ignored()),
        rooms.charset(),
        rooms.delimiter(),
        counter.endpoint().family() == Family.V5,
        rooms.series());
  }

  public static RenderSettings render(RunCommand command, Run run) {
    return render(command, run, again(command.sheet()));
  }

  public static RenderSettings render(RunCommand command, Run run, Again again) {
    var limits = command.sheet().limits();
    return new RenderSettings(
        new Limits(limits.requestsPerMinute(), limits.burst(), limits.inFlight()),
        limits.patience(),
        again,
        new Allowances(command.sheet(), command.limit()).of(run),
        keeping(command),
        command.pulse().waits(),
        UploadWay.parse(command.sheet().uploads().way()));
  }

  /** Nothing but the sandbox is asked for anything while renders come from the sandbox. */
  private static Keeping keeping(RunCommand command) {
    var pictures = command.sheet().pictures();
    var sandbox = command.counter().endpoint().sandbox();
    return new Keeping(pictures.atOnce(), pictures.originals(), !sandbox);
  }

  public static Shelf shelf(RunCommand command) {
    var sheet = command.sheet();
    return shelf(sheet, Set.of(command.counter().endpoint().origin()), pictures(sheet));
  }

  /** The shelf as it is, to which nothing is brought. */
  public static Shelf shelf(JobSheet sheet) {
    return shelf(sheet, Set.of(), pictures(sheet));
  }

  /** Throws BadInput if pictures could not be fetched or shown as the sheet says. */
  public static void checkPictures(JobSheet sheet) {
    fetching(sheet, Set.of());
    PictureFolder.at(sheet.output().resolve(PictureNames.FOLDER));
    PictureFolder.at(sheet.output().resolve(Wall.THUMBNAILS));
  }

  /** For a glance at photos, as strictly as pictures are fetched. */
  public static FetchSettings glancing(RunCommand command) {
    var origin = command.counter().endpoint().origin();
    return FetchSettings.ofAGlance(Set.of(origin), command.sheet().pictures().allowed());
  }

  private static FetchSettings fetching(JobSheet sheet, Set<String> origins) {
    return FetchSettings.usual(origins, sheet.pictures().allowed());
  }

  public static Path pictures(JobSheet sheet) {
    return sheet.state().resolve("pictures");
  }

  /** A shelf in any folder. */
  public static Shelf shelf(JobSheet sheet, Set<String> origins, Path folder) {
    var checks = sheet.checks();
    var least = checks.least();
    return new Shelf(
        folder,
        fetching(sheet, origins),
        new CheckSettings(
            least.width(), least.height(), checks.blank(), checks.aspect(), checks.same()));
  }

  public static Again again(JobSheet sheet) {
    return new Again(sheet.spending().retries(), sheet.spending().resend());
  }

  public static Run.Request request(RunCommand command, RoomsFile file) {
    var sheet = command.sheet();
    var shape = new ArrayList<Object>(List.of(
        command.counter().endpoint().boughtAt(),
        Objects.toString(sheet.rooms().photos()),
        sheet.rooms().defaults(),
        sheet.endpoint().extra()));
    // What runs of former releases did not know leaves their digests as they are.
    if (!sheet.rooms().series().equals(Series.PLAIN)) shape.add(sheet.rooms().series());
    var ignored = sheet.rooms().ignored();
    if (!ignored.isEmpty()) shape.add(List.of("photos-ignore", ignored));
    return new Run.Request(
        sheet.file().toString(),
        sheet.rooms().input().toString(),
        file.digest(),
        Sha256.of(shape.toString()),
        command.fresh());
  }
}
