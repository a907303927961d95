package dev.roomline.job.plan;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RoomRow;
import dev.roomline.job.session.RunCommand;
import dev.roomline.rooms.RoomTraits;
import dev.roomline.rooms.RoomsFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the rows of a file ask for, and what of it is to be bought. */
final class Census {
  private static final int SHOWN = 10;

  private final String boughtAt;
  private final Prospect prospect;
  private final RoomTraits traits;
  private final PhotoCalls calls;
  private final Set<Long> seen = new HashSet<>();
  private final List<Likeness> wanted = new ArrayList<>();
  private final Set<String> photos = new HashSet<>();
  private final Map<String, Long> invalid = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private long renders;
  private long owned;
  private long equal;
  private long toBuy;
  private long held;
  private long again;

  /**
   * @param calls where the addresses of photos go that are to be paid for
   */
  Census(RunCommand command, Prospect prospect, RoomTraits traits, PhotoCalls calls) {
    this.calls = calls;
    this.traits = traits;
    this.boughtAt = command.counter().endpoint().boughtAt();
    this.prospect = prospect;
  }

  void count(RoomsFile file) {
    try (var rows = file.open()) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        if (row instanceof RoomRow.Order order) count(order);
        else count((RoomRow.Invalid) row);
      }
    }
  }

  /** Renders that valid rows ask for. */
  long renders() {
    return renders;
  }

  /** Invalid rows by the first column that is to blame. */
  Map<String, Long> invalid() {
    return invalid;
  }

  /** The first invalid rows, in words. */
  List<String> problems() {
    return problems;
  }

  /** Why renders are to be bought, so far as the last run's lines tell. */
  Map<Novelty, Long> why() {
    if (prospect.before().isEmpty()) return Map.of();
    var why = Comparison.of(prospect.before(), seen, wanted);
    if (again > 0) why.put(Novelty.AGAIN, again);
    return why;
  }

  Quote quote(RunCommand command) {
    return new Quote(
        toBuy,
        Math.max(0, Math.min(toBuy, prospect.left())),
        command.sheet().endpoint().price(),
        owned,
        equal,
        held,
        prospect.toCollect(),
        photos.size());
  }

  private void count(RoomRow.Invalid row) {
    invalid.merge(row.problem().split(":", 2)[0], 1L, Long::sum);
    if (problems.size() < SHOWN) problems.add("row " + row.number() + ": " + row.problem());
  }

  private void count(RoomRow.Order order) {
    renders++;
    var key = RenderKey.of(boughtAt, order.request());
    if (!seen.add(Likeness.mark(key))) {
      equal++;
      return;
    }
    switch (prospect.of(order.place(), key)) {
      case BUY -> {
        buy(order);
        remember(order, key);
      }
      case AGAIN -> {
        buy(order);
        again++;
      }
      case REUSE -> owned++;
      case HOLD -> held++;
    }
  }

  private void buy(RoomRow.Order order) {
    toBuy++;
    calls.add(order);
    var photo = order.request().photo();
    if (photo.url() == null && !prospect.uploaded().test(photo)) photos.add(photo.identity());
  }

  private void remember(RoomRow.Order order, RenderKey key) {
    if (prospect.before().isEmpty()) return;
    var request = order.request();
    var bytes = Likeness.bytes(request.photo().identity());
    wanted.add(Likeness.of(traits, order.cells(), order.place(), key, request.prompt(), bytes));
  }
}
