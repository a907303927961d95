package dev.roomline.render;

import dev.roomline.ledger.Entry;
import dev.roomline.ledger.Ledger;
import dev.roomline.room.RenderKey;
import dev.roomline.room.RoomRow;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row whose render was looked up before it begins.
 *
 * @param owned the render with its pictures, for good as long as the state is ours; null if it was
 *     not there when it was looked up
 */
public record Sought(
    RoomRow.Order row, RenderKey key, @Nullable Entry owned) {

  static List<Sought> all(List<RoomRow.Order> rows, Ledger ledger, int sinceEdition) {
    var keys = rows.stream().map(row -> ledger.key(row.request())).toList();
    var owned = ledger.owned(keys, sinceEdition);
    return IntStream.range(0, keys.size())
        .mapToObj(n -> new Sought(rows.get(n), keys.get(n), owned.get(keys.get(n))))
        .toList();
  }
}
