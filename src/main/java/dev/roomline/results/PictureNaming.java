package dev.roomline.results;

import dev.roomline.domain.RenderKey;
import dev.roomline.ledger.Ledger;
import dev.roomline.rooms.RoomNames;
import java.util.List;

/**
 * Decides how the names of a line's pictures begin: with the listing or the photo, and as many
 * digits of the render's key as tell it from every other render in the ledger.
 */
public record PictureNaming(RoomNames rooms, Ledger ledger) {

  /** The beginning for a row without a render. */
  public String of(List<String> cells) {
    return rooms.stem(cells);
  }

  /** The beginning for a row's render. */
  public String of(List<String> cells, RenderKey key) {
    return PictureNames.base(rooms.stem(cells), ledger.uniqueBeginning(key, PictureNames.DIGITS));
  }
}
