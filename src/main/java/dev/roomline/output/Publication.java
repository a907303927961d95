package dev.roomline.output;

import dev.roomline.domain.Picture;
import dev.roomline.domain.Status;
import dev.roomline.domain.StorageFailure;
import dev.roomline.images.Shelf;
import dev.roomline.results.Layout;
import dev.roomline.results.PictureNames;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import java.io.IOException;
import java.nio.file.Path;

/** The output folder, printed from the results and the shelf; it may be deleted and comes back. */
public final class Publication {
  private final Path output;
  private final ResultsCsv csv;
  private final ErrorsCsv errors;
  private final Wall wall;
  private final PictureFolder pictures;
  private final PictureFolder thumbnails;
  private final Shelf shelf;

  /** Throws BadInput if a symbolic link stands where pictures belong. */
  public Publication(Path output, Layout layout, Shelf shelf) {
    this.output = output;
    this.csv = new ResultsCsv(output, layout);
    this.errors = new ErrorsCsv(output, layout);
    this.wall = new Wall(output, layout);
    this.pictures = PictureFolder.at(output.resolve(PictureNames.FOLDER));
    this.thumbnails = PictureFolder.at(output.resolve(Wall.THUMBNAILS));
    this.shelf = shelf;
  }

  public void publish(ResultTable table, Occasion occasion) {
    csv.publish(table);
    errors.publish(table);
    try {
      wall.hang(table, occasion, this::show);
    } catch (IOException e) {
      throw new StorageFailure(output, e);
    }
  }

  private void show(ResultRow row) {
    try {
      if (row.status() == Status.FAILED) remove(row);
      var renders = row.pictures().renders();
      if (renders.isEmpty()) return;
      var names = PictureNames.of(row);
      for (var n = 0; n < renders.size(); n++) {
        show(renders.get(n), names.renders(renders).get(n), names.smallRender(n));
      }
      var photo = row.pictures().photo();
      if (photo != null) show(photo, names.photo(photo), names.smallPhoto());
    } catch (IOException e) {
      throw new StorageFailure(output, e);
    }
  }

  /** What was rejected may still be there from an earlier run. */
  private void remove(ResultRow row) throws IOException {
    var render = row.render();
    if (render == null) return;
    var names = PictureNames.of(row);
    var count = render.outputs().size();
    for (var name : names.everyRender(count)) pictures.remove(name);
    for (var n = 0; n < count; n++) thumbnails.remove(names.smallRender(n));
  }

  private void show(Picture picture, String name, String small) throws IOException {
    if (!shelf.has(picture)) return;
    pictures.show(shelf.file(picture), name);
    thumbnails.show(shelf.thumbnail(picture), small);
  }
}
