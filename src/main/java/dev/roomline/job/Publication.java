package dev.roomline.job;

import dev.roomline.images.PictureFolder;
import dev.roomline.images.Shelf;
import dev.roomline.room.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The output folder, printed from the results and the shelf; it may be deleted and comes back. */
final class Publication {
  private final ResultsCsv csv;
  private final PictureFolder folder;
  private final Shelf shelf;

  /** Throws BadInput if a symbolic link stands where the pictures belong. */
  Publication(Path output, Layout layout, Shelf shelf) {
    this.csv = new ResultsCsv(output, layout);
    this.folder = PictureFolder.at(output.resolve(PictureNames.FOLDER));
    this.shelf = shelf;
  }

  void publish(ResultTable table) throws IOException {
    table.forEach(this::show);
    csv.publish(table);
  }

  private void show(ResultRow row) {
    try {
      var pictures = row.pictures();
      if (row.status() == Status.FAILED) remove(row);
      if (pictures.renders().isEmpty()) return;
      var names = PictureNames.of(row);
      var shown = names.renders(pictures.renders());
      for (var n = 0; n < shown.size(); n++) show(pictures.renders().get(n), shown.get(n));
      var photo = pictures.photo();
      if (photo != null) show(photo, names.photo(photo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was rejected may still be there from an earlier run. */
  private void remove(ResultRow row) throws IOException {
    var render = row.render();
    if (render == null) return;
    for (var name : PictureNames.of(row).everyRender(render.outputs().size())) folder.remove(name);
  }

  private void show(Picture picture, String name) throws IOException {
    if (shelf.has(picture)) folder.show(shelf.file(picture), name);
  }
}
