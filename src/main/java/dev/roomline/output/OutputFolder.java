package dev.roomline.output;

import dev.roomline.domain.Picture;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.StorageException;
import dev.roomline.images.PictureStore;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.PictureNames;
import dev.roomline.results.ResultRow;
import dev.roomline.results.ResultTable;
import java.io.IOException;
import java.nio.file.Path;

/** The output folder, printed from the results and the shelf; it may be deleted and comes back. */
public final class OutputFolder {
  private final Path output;
  private final ResultsCsv csv;
  private final ErrorsCsv errors;
  private final GalleryWriter gallery;
  private final PictureLinks pictures;
  private final PictureLinks thumbnails;
  private final PictureStore pictureStore;

  /** Throws BadInput if a symbolic link stands where pictures belong. */
  public OutputFolder(Path output, CsvLayout layout, PictureStore pictureStore) {
    this.output = output;
    this.csv = new ResultsCsv(output, layout);
    this.errors = new ErrorsCsv(output, layout);
    this.gallery = new GalleryWriter(output, layout);
    this.pictures = PictureLinks.at(output.resolve(PictureNames.FOLDER));
    this.thumbnails = PictureLinks.at(output.resolve(GalleryWriter.THUMBNAILS));
    this.pictureStore = pictureStore;
  }

  public void publish(ResultTable table, PublishedRun run) {
    csv.publish(table);
    errors.publish(table);
    try {
      gallery.write(table, run, this::link);
    } catch (IOException e) {
      throw new StorageException(output, e);
    }
  }

  private void link(ResultRow row) {
    try {
      if (row.status() == ResultStatus.FAILED) remove(row);
      var renders = row.pictures().renders();
      if (renders.isEmpty()) return;
      var names = PictureNames.of(row);
      for (var n = 0; n < renders.size(); n++) {
        link(renders.get(n), names.renders(renders).get(n), names.smallRender(n));
      }
      var photo = row.pictures().photo();
      if (photo != null) link(photo, names.photo(photo), names.smallPhoto());
    } catch (IOException e) {
      throw new StorageException(output, e);
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

  private void link(Picture picture, String name, String small) throws IOException {
    if (!pictureStore.has(picture)) return;
    pictures.link(pictureStore.file(picture), name);
    thumbnails.link(pictureStore.thumbnail(picture), small);
  }
}
