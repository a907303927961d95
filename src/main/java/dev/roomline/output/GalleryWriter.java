package dev.roomline.output;

import dev.roomline.domain.Payment;
import dev.roomline.domain.ResultStatus;
import dev.roomline.gallery.Gallery;
import dev.roomline.gallery.GalleryPicture;
import dev.roomline.gallery.GalleryRoom;
import dev.roomline.gallery.PaymentDetails;
import dev.roomline.gallery.RenderDetails;
import dev.roomline.gallery.RoomProblems;
import dev.roomline.gallery.RunHeader;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.PictureNames;
import dev.roomline.results.Remedies;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the pages of the gallery from the lines of results. */
public final class GalleryWriter implements Output {
  public static final String FIRST_PAGE = "index.html";
  public static final String THUMBNAILS = "gallery";

  private final Gallery gallery;
  private final RoomNames names;

  GalleryWriter(Path output, CsvLayout layout, RunHeader runHeader) throws IOException {
    this.gallery = new Gallery(output, ZoneId.systemDefault(), runHeader);
    this.names = RoomNames.of(layout.columns());
  }

  @Override
  public void add(ResultRow row, ResultRow shown) throws IOException {
    gallery.add(room(shown));
  }

  @Override
  public void prepare() throws IOException {
    gallery.finish();
  }

  @Override
  public void commit() throws IOException {
    gallery.commit();
  }

  @Override
  public void close() throws IOException {
    gallery.close();
  }

  /** The head of the first page. */
  static RunHeader cover(ResultTable.Totals totals, PublishedRun run) {
    var wall = Duration.between(run.started(), run.ended());
    var byStatus = new LinkedHashMap<String, Long>();
    totals.byStatus().forEach((status, lines) -> byStatus.put(status.text(), lines));
    return new RunHeader(
        run.job(),
        run.run(),
        run.started(),
        run.ended(),
        wall.isNegative() ? Duration.ZERO : wall, // the clock was set back
        byStatus,
        totals.paid(Payment.BOUGHT),
        totals.paid(Payment.REUSED),
        ResultsCsv.NAME,
        run.words(),
        Optional.ofNullable(GalleryWriter.class.getPackage().getImplementationVersion())
            .orElse(""));
  }

  private GalleryRoom room(ResultRow row) {
    var position = row.position();
    var shown = row.shown();
    var well = row.status() == ResultStatus.RENDERED;
    return new GalleryRoom(
        position.row(),
        names.listing(row.cells()),
        names.title(row.cells()),
        row.status().text(),
        recipe(row),
        new PaymentDetails(
            row.paid().text(), text(row.requestId()), row.attempts(), text(row.cost()), row.at()),
        new RoomProblems(
            row.cause() == null ? "" : row.cause().text(),
            row.error(),
            well ? "" : Remedies.remedy(row.status(), row.cause()),
            row.pictures().checks()),
        IntStream.range(0, shown.size())
            .mapToObj(n -> render(row, n, shown.get(n)))
            .toList(),
        before(row));
  }

  private RenderDetails recipe(ResultRow row) {
    var position = row.position();
    var render = row.render();
    return new RenderDetails(
        row.prompt(),
        position.style().isEmpty() ? names.style(row.cells()) : position.style(),
        Integer.toString(position.variant()),
        text(render == null ? null : render.seed()),
        text(render == null ? null : render.modelId()));
  }

  private static GalleryPicture render(ResultRow row, int place, String shown) {
    var picture = row.pictures().renders().get(place);
    var small = PictureNames.of(row).smallRender(place);
    return new GalleryPicture(shown, THUMBNAILS + "/" + small, picture.width(), picture.height());
  }

  private static @Nullable GalleryPicture before(ResultRow row) {
    var photo = row.pictures().photo();
    if (photo == null) return null;
    var names = PictureNames.of(row);
    return new GalleryPicture(
        PictureNames.FOLDER + "/" + names.photo(photo),
        THUMBNAILS + "/" + names.smallPhoto(),
        photo.width(),
        photo.height());
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
