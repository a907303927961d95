package dev.roomline.output;

import dev.roomline.domain.Status;
import dev.roomline.gallery.Cover;
import dev.roomline.gallery.Gallery;
import dev.roomline.gallery.Picture;
import dev.roomline.gallery.Purchase;
import dev.roomline.gallery.Recipe;
import dev.roomline.gallery.Remarks;
import dev.roomline.gallery.Room;
import dev.roomline.results.Advice;
import dev.roomline.results.Layout;
import dev.roomline.results.PictureNames;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hangs lines of results in the gallery. */
public final class Wall {
  public static final String FIRST_PAGE = "index.html";
  public static final String THUMBNAILS = "gallery";

  private final Path output;
  private final RoomNames names;

  Wall(Path output, Layout layout) {
    this.output = output;
    this.names = RoomNames.of(layout.columns());
  }

  /**
   * Writes the gallery's pages.
   *
   * @param hung is told of each line before it hangs, so that its pictures are there
   */
  void hang(ResultTable table, Occasion occasion, Consumer<ResultRow> hung) throws IOException {
    new Gallery(output, ZoneId.systemDefault())
        .publish(
            cover(table.totals(), occasion),
            gallery -> table.forEach(row -> {
              hung.accept(row);
              gallery.accept(room(row));
            }));
  }

  private static Cover cover(ResultTable.Totals totals, Occasion occasion) {
    var wall = Duration.between(occasion.started(), occasion.ended());
    var byStatus = new LinkedHashMap<String, Long>();
    totals.byStatus().forEach((status, lines) -> byStatus.put(status.text(), lines));
    return new Cover(
        occasion.job(),
        occasion.run(),
        occasion.started(),
        occasion.ended(),
        wall.isNegative() ? Duration.ZERO : wall, // the clock was set back
        byStatus,
        totals.paid("bought"),
        totals.paid("reused"),
        ResultsCsv.NAME,
        occasion.words(),
        Optional.ofNullable(Wall.class.getPackage().getImplementationVersion()).orElse(""));
  }

  private Room room(ResultRow row) {
    var place = row.place();
    var shown = row.shown();
    var well = row.status() == Status.RENDERED;
    return new Room(
        place.row(),
        names.listing(row.cells()),
        names.title(row.cells()),
        row.status().text(),
        recipe(row),
        new Purchase(row.paid(), text(row.requestId()), row.attempts(), "", row.at()),
        new Remarks(
            row.cause() == null ? "" : row.cause().text(),
            row.error(),
            well ? "" : Advice.remedy(row.status(), row.cause()),
            row.pictures().checks()),
        IntStream.range(0, shown.size())
            .mapToObj(n -> render(row, n, shown.get(n)))
            .toList(),
        before(row));
  }

  private Recipe recipe(ResultRow row) {
    var place = row.place();
    var render = row.render();
    return new Recipe(
        row.prompt(),
        place.style().isEmpty() ? names.style(row.cells()) : place.style(),
        Integer.toString(place.variant()),
        text(render == null ? null : render.seed()),
        text(render == null ? null : render.modelId()));
  }

  private static Picture render(ResultRow row, int place, String shown) {
    var picture = row.pictures().renders().get(place);
    var small = PictureNames.of(row).smallRender(place);
    return new Picture(shown, THUMBNAILS + "/" + small, picture.width(), picture.height());
  }

  private static @Nullable Picture before(ResultRow row) {
    var photo = row.pictures().photo();
    if (photo == null) return null;
    var names = PictureNames.of(row);
    return new Picture(
        PictureNames.FOLDER + "/" + names.photo(photo),
        THUMBNAILS + "/" + names.smallPhoto(),
        photo.width(),
        photo.height());
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
