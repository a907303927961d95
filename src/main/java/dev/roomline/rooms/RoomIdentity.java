package dev.roomline.rooms;

import dev.roomline.images.PhotoSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What identifies a room in the results of an earlier run, when its request has changed. */
public final class RoomIdentity {
  private final List<@Nullable String> meanings;
  private final List<String> names;
  private final int photo;
  private final PhotoSource addresses;

  private RoomIdentity(List<String> columns, PhotoSource addresses) {
    this.names = columns.stream().map(Columns::plain).toList();
    this.meanings = new ArrayList<>();
    columns.forEach(name -> meanings.add(Columns.meaning(name)));
    this.photo = meanings.indexOf(Columns.PHOTO);
    this.addresses = addresses;
  }

  /**
   * The identity of rooms in a file with these columns.
   *
   * @param header the columns, as {@link RoomList#header} returns them
   * @param ignored query parameters that do not make a photo's address another photo
   */
  public static RoomIdentity of(List<String> header, Collection<String> ignored) {
    return new RoomIdentity(header, PhotoSource.none().ignoring(ignored));
  }

  /** The name of its photo, which does not depend on the photo's bytes. */
  public String photo(List<String> cells) {
    var name = photo >= 0 && photo < cells.size() ? cells.get(photo).strip() : "";
    return addresses.find(name) instanceof PhotoSource.There there
        ? there.photo().identity()
        : name;
  }

  /** All its cells besides photo, prompt and parameters; empty if they are empty. */
  public String rest(List<String> cells) {
    var rest = new ArrayList<String>();
    for (var i = 0; i < Math.min(cells.size(), names.size()); i++) {
      if (meanings.get(i) != null || cells.get(i).isBlank()) continue;
      rest.add(names.get(i) + "=" + cells.get(i).strip());
    }
    rest.sort(null);
    return String.join("\n", rest);
  }
}
