package dev.roomline.rooms;

import dev.roomline.domain.Parameter;
import dev.roomline.domain.Photo;
import dev.roomline.domain.Place;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.Seeds;
import dev.roomline.domain.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one room's orders: each of its styles in so many variants. */
final class Expansion {
  private static final String SEED = Parameter.SEED.label();

  private final Series series;
  private final Map<String, Object> extra;

  Expansion(RowSettings settings) {
    this.series = settings.series();
    this.extra = settings.extra();
  }

  /** A row that is as it should be, and the parameters it sets itself. */
  record Room(long row, List<String> cells, Photo photo, Map<Parameter, Object> own) {}

  /**
   * The orders in the order of the results.
   *
   * @param line where the first of them stands there
   * @param prompts one for each preset
   */
  List<RoomRow> of(Room room, long line, List<Preset> presets, List<String> prompts) {
    var orders = new ArrayList<RoomRow>();
    for (var n = 0; n < presets.size(); n++) {
      var style = presets.get(n).style();
      var parameters = presets.get(n).knobs().under(room.own());
      for (var variant = 1; variant <= series.variants(); variant++) {
        var seeded = seeded(parameters, room.photo(), style, variant);
        var request = new RenderRequest(room.photo(), prompts.get(n), seeded, extra, variant);
        var place = new Place(room.row(), line + orders.size(), variant, style);
        orders.add(new RoomRow.Order(place, room.cells(), request));
      }
    }
    return orders;
  }

  private Map<String, Object> seeded(
      Map<String, Object> parameters, Photo photo, String style, int variant) {
    var seeds = parameters.get(SEED) instanceof Long seed ? new Seeds.Fixed(seed) : series.seeds();
    var seed = seeds.of(photo, style, variant);
    if (seed.isEmpty()) return parameters;
    var seeded = new LinkedHashMap<>(parameters);
    seeded.put(SEED, seed.getAsLong());
    return Collections.unmodifiableMap(seeded);
  }
}
