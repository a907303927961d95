package dev.roomline.rooms;

import dev.roomline.domain.Parameter;
import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.SeedPolicy;
import dev.roomline.domain.Variations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the renders of one row: each of its styles in the wanted number of variants. */
final class VariantExpander {
  private static final String SEED = Parameter.SEED.label();

  private final Variations variations;
  private final Map<String, Object> extra;

  VariantExpander(RowSettings settings) {
    this.variations = settings.variations();
    this.extra = settings.extra();
  }

  /** A valid row, and the parameters it sets itself. */
  record Room(long row, List<String> cells, Photo photo, Map<Parameter, Object> own) {}

  /**
   * The orders in the order of the results.
   *
   * @param line the line of the first of them in the results
   * @param prompts one for each preset
   */
  List<RoomRow> of(Room room, long line, List<RowPreset> presets, List<String> prompts) {
    var orders = new ArrayList<RoomRow>();
    for (var n = 0; n < presets.size(); n++) {
      var style = presets.get(n).style();
      var parameters = presets.get(n).defaults().under(room.own());
      for (var variant = 1; variant <= variations.variants(); variant++) {
        var seeded = seeded(parameters, room.photo(), style, variant);
        var request = new RenderRequest(room.photo(), prompts.get(n), seeded, extra, variant);
        var position = new ResultPosition(room.row(), line + orders.size(), variant, style);
        orders.add(new RoomRow.Order(position, room.cells(), request));
      }
    }
    return orders;
  }

  private Map<String, Object> seeded(
      Map<String, Object> parameters, Photo photo, String style, int variant) {
    var seedPolicy = parameters.get(SEED) instanceof Long seed
        ? new SeedPolicy.Fixed(seed)
        : variations.seedPolicy();
    var seed = seedPolicy.of(photo, style, variant);
    if (seed.isEmpty()) return parameters;
    var seeded = new LinkedHashMap<>(parameters);
    seeded.put(SEED, seed.getAsLong());
    return Collections.unmodifiableMap(seeded);
  }
}
