package dev.roomline.results;

import dev.roomline.domain.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one line of results. If there are several, a cell lists them in the order of
 * {@code outputs}, separated by blanks.
 *
 * @param photo the photo they were made from; null if it is not kept
 * @param checks why a person should look at them
 */
public record RowPictures(List<Picture> renders, @Nullable Picture photo, List<String> checks) {
  public static final RowPictures NONE = new RowPictures(List.of(), null, List.of());

  /**
   * Reads what the table holds.
   *
   * @param cells names, widths, heights and fingerprints
   */
  static RowPictures read(List<String> cells, String checks, @Nullable String photo) {
    var parts = cells.stream()
        .map(cell -> cell.isEmpty() ? new String[0] : cell.split(" "))
        .toList();
    var renders = new ArrayList<Picture>();
    for (var n = 0; n < parts.get(0).length; n++) {
      var name = parts.get(0)[n];
      renders.add(new Picture(
          parts.get(3)[n],
          name.substring(name.lastIndexOf('.') + 1),
          Integer.parseInt(parts.get(1)[n]),
          Integer.parseInt(parts.get(2)[n])));
    }
    return new RowPictures(
        renders, photo == null ? null : Picture.parse(photo), checks.lines().toList());
  }

  /** The widths, as in the results. */
  public String widths() {
    return cell(Picture::width);
  }

  /** The heights, as in the results. */
  public String heights() {
    return cell(Picture::height);
  }

  /** The SHA-256 of each, as in the results. */
  public String fingerprints() {
    return cell(Picture::sha256);
  }

  private String cell(Function<Picture, Object> part) {
    return renders.stream().map(it -> part.apply(it).toString()).collect(Collectors.joining(" "));
  }
}
