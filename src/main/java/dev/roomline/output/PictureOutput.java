package dev.roomline.output;

import dev.roomline.domain.Picture;
import dev.roomline.domain.ResultStatus;
import dev.roomline.images.PictureStore;
import dev.roomline.results.PictureNames;
import dev.roomline.results.ResultRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders of pictures and thumbnails, linked from the picture store. */
final class PictureOutput implements Output {
  private final PictureStore pictureStore;
  private final PictureLinks pictures;
  private final PictureLinks thumbnails;
  private final List<Rejected> rejected = new ArrayList<>();

  private record Rejected(PictureNames names, int count) {}

  /** Throws InvalidInputException if a symbolic link is where pictures belong. */
  PictureOutput(Path folder, PictureStore pictureStore) throws IOException {
    this.pictureStore = pictureStore;
    this.pictures = PictureLinks.at(folder.resolve(PictureNames.FOLDER));
    this.thumbnails = PictureLinks.at(folder.resolve(GalleryWriter.THUMBNAILS));
    pictures.deleteLeftovers();
    thumbnails.deleteLeftovers();
  }

  @Override
  public void add(ResultRow row, ResultRow shown) throws IOException {
    var render = row.render();
    if (row.status() == ResultStatus.FAILED && render != null) {
      rejected.add(new Rejected(PictureNames.of(row), render.outputs().size()));
    }
    var renders = shown.pictures().renders();
    if (renders.isEmpty()) return;
    var names = PictureNames.of(shown);
    for (var n = 0; n < renders.size(); n++) {
      add(renders.get(n), names.renders(renders).get(n), names.smallRender(n));
    }
    var photo = shown.pictures().photo();
    if (photo != null) add(photo, names.photo(photo), names.smallPhoto());
  }

  private void add(Picture picture, String name, String small) throws IOException {
    pictures.add(pictureStore.file(picture), name);
    thumbnails.add(pictureStore.thumbnail(picture), small);
  }

  @Override
  public void prepare() {}

  @Override
  public void commit() throws IOException {
    for (var it : rejected) remove(it.names(), it.count());
    pictures.commit();
    thumbnails.commit();
  }

  /** What was rejected may still be there from an earlier run. */
  private void remove(PictureNames names, int count) throws IOException {
    for (var name : names.everyRender(count)) pictures.remove(name);
    for (var n = 0; n < count; n++) thumbnails.remove(names.smallRender(n));
  }

  @Override
  public void close() throws IOException {
    try {
      pictures.close();
    } finally {
      thumbnails.close();
    }
  }
}
