package dev.roomline.job.plan;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RoomRow;
import dev.roomline.job.session.JobRequest;
import dev.roomline.rooms.RoomIdentity;
import dev.roomline.rooms.RoomList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the rows of a list ask for, and what of it is to be paid for. */
final class PlanCounter {
  private static final int SHOWN = 10;

  private final PlanBasis planBasis;
  private final RoomIdentity traits;
  private final PhotoUrlChecks calls;
  private final Set<Long> seen = new HashSet<>();
  private final List<RenderFingerprint> wanted = new ArrayList<>();
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
   * @param calls takes the photo addresses of the renders to pay for
   */
  PlanCounter(PlanBasis planBasis, RoomIdentity traits, PhotoUrlChecks calls) {
    this.calls = calls;
    this.traits = traits;
    this.planBasis = planBasis;
  }

  void count(RoomList roomList) {
    try (var rows = roomList.open()) {
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

  /** Invalid rows by their first wrong column. */
  Map<String, Long> invalid() {
    return invalid;
  }

  /** The first invalid rows and their problems. */
  List<String> problems() {
    return problems;
  }

  /** Why renders are to be paid for, as far as the lines of the last run tell. */
  Map<PurchaseReason, Long> why() {
    if (planBasis.before().isEmpty()) return Map.of();
    var why = RunComparison.of(planBasis.before(), seen, wanted);
    if (again > 0) why.put(PurchaseReason.AGAIN, again);
    return why;
  }

  Quote quote(JobRequest command) {
    return new Quote(
        toBuy,
        Math.max(0, Math.min(toBuy, planBasis.left())),
        command.jobFile().endpoint().price(),
        owned,
        equal,
        held,
        planBasis.toCollect(),
        photos.size());
  }

  private void count(RoomRow.Invalid row) {
    invalid.merge(row.problem().split(":", 2)[0], 1L, Long::sum);
    if (problems.size() < SHOWN) problems.add("row " + row.number() + ": " + row.problem());
  }

  private void count(RoomRow.Order order) {
    renders++;
    var key = RenderKey.of(planBasis.endpoint(), order.request());
    if (!seen.add(RenderFingerprint.mark(key))) {
      equal++;
      return;
    }
    switch (planBasis.of(order.position(), key)) {
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
    if (photo.url() == null && !planBasis.uploaded().test(photo)) photos.add(photo.identity());
  }

  private void remember(RoomRow.Order order, RenderKey key) {
    if (planBasis.before().isEmpty()) return;
    var request = order.request();
    var bytes = RenderFingerprint.bytes(request.photo().identity());
    wanted.add(RenderFingerprint.of(
        traits, order.cells(), order.position(), key, request.prompt(), bytes));
  }
}
