package dev.roomline.results;

import dev.roomline.domain.Picture;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The names of a line's pictures in the output folder. They contain the listing or photo and the
 * render, never the row, so that a longer or sorted room list leaves every picture where it was.
 *
 * @param base such as {@code HL-1041--3f2a90bc}; no other render's pictures have it
 */
public record PictureNames(String base) {
  public static final String FOLDER = "pictures";
  /** Digits of its key in a render's names, where these are enough. */
  static final int DIGITS = 8;

  private static final List<String> TYPES = List.of("png", "jpg", "webp", "gif");

  /** The names for a line of results. */
  public static PictureNames of(ResultRow row) {
    return new PictureNames(row.name());
  }

  /** The base of a render's names. */
  static String base(String stem, String digits) {
    return stem + "--" + digits;
  }

  /** Reads the base of a line; in lines of former releases it lacks the digits. */
  static String read(String base, @Nullable String key) {
    if (key == null || key.length() < DIGITS) return base;
    var digits = key.substring(0, DIGITS);
    return base.contains(base("", digits)) ? base : base(base, digits);
  }

  /** One name for each render of the line, in the order of its outputs. */
  public List<String> renders(List<Picture> pictures) {
    return IntStream.range(0, pictures.size())
        .mapToObj(place -> render(place, pictures.get(place).type()))
        .toList();
  }

  /** Every name that this many renders may have had, whatever their type was. */
  public List<String> everyRender(int count) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(place -> TYPES.stream().map(type -> render(place, type)))
        .toList();
  }

  /** The thumbnail of one of the renders. */
  public String smallRender(int place) {
    return render(place, "jpg");
  }

  /** The thumbnail of the photo. */
  public String smallPhoto() {
    return base + "--before.jpg";
  }

  private String render(int place, String type) {
    return base + (place == 0 ? "" : "-" + (place + 1)) + "." + type;
  }

  /** The name of the photo they were made from. */
  public String photo(Picture photo) {
    return base + "--before." + photo.type();
  }
}
