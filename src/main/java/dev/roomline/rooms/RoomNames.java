package dev.roomline.rooms;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Names a row's pictures after its listing, or after its photo. */
public final class RoomNames {
  private static final String LISTING = "listing_key";
  private static final String ROOM = "room";
  private static final String STYLE = "style";
  private static final int LONGEST = 60;
  private static final String NAMELESS = "room";
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");

  private final int listing;
  private final int room;
  private final int style;
  private final int photo;

  private RoomNames(List<String> columns) {
    this.listing = columns.indexOf(LISTING);
    this.room = columns.indexOf(ROOM);
    this.style = columns.indexOf(STYLE);
    this.photo = columns.stream().map(Columns::meaning).toList().indexOf(Columns.PHOTO);
  }

  /**
   * The names in a file with these columns.
   *
   * @param header the columns, as {@link RoomList#header} returns them
   */
  public static RoomNames of(List<String> header) {
    return new RoomNames(header.stream().map(Columns::plain).toList());
  }

  /** The row's listing, as it stands; empty if it names none. */
  public String listing(List<String> cells) {
    return cell(cells, listing);
  }

  /** The title for a person: its room, or its photo's name. */
  public String title(List<String> cells) {
    var named = cell(cells, room);
    return named.isEmpty() ? withoutEnding(cell(cells, photo)) : named;
  }

  /** The row's photo, as it stands. */
  public String photo(List<String> cells) {
    return cell(cells, photo);
  }

  /** The row's own style, as it stands; empty if it names none. */
  public String style(List<String> cells) {
    return cell(cells, style);
  }

  /** The beginning of a file name, of letters, digits and hyphens that every system allows. */
  public String stem(List<String> cells) {
    var listed = safe(listing(cells));
    if (!listed.isEmpty()) return listed;
    var photographed = safe(withoutEnding(cell(cells, photo)));
    return photographed.isEmpty() ? NAMELESS : photographed;
  }

  private static String cell(List<String> cells, int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
  }

  private static String withoutEnding(String address) {
    var path = address.split("[?#]", 2)[0];
    var name = path.substring(path.lastIndexOf('/') + 1);
    var dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String safe(String text) {
    var plain =
        ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var safe = EDGES.matcher(UNSAFE.matcher(plain).replaceAll("-")).replaceAll("");
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST);
  }
}
