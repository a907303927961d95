package dev.roomline.job.retry;

import dev.roomline.domain.Money;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RoomRow;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.LedgerEntry;
import dev.roomline.results.RetryableFailure;
import dev.roomline.results.RowMeaning;
import dev.roomline.rooms.RoomList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Searches the room list for rows that match a person's choice, with the ledger's help. */
final class RetrySearch {
  private final RetryFilter choice;
  private final Ledger ledger;
  private final Map<Long, String> invalidBefore;
  private final List<Found> found = new ArrayList<>();
  private final Map<ResultStatus, Long> left = new EnumMap<>(ResultStatus.class);
  private final TreeSet<Long> doubtful = new TreeSet<>();
  private final BitSet rows = new BitSet();

  private record Found(RoomRow.Order order, RenderKey key, RetryableFailure retryableFailure) {
    /** When a person decided to retry it, if it has not been sent since. */
    @Nullable
    Instant decided() {
      var entry = retryableFailure.entry();
      var decision = entry == null ? null : entry.decision();
      return decision != null && decision.retried() ? decision.at() : null;
    }

    RetryPreview.Line line() {
      return new RetryPreview.Line(
          order.position(),
          key,
          retryableFailure.was(),
          retryableFailure.cause(),
          retryableFailure.reason());
    }
  }

  /**
   * @param invalidBefore rows that were invalid when they were last checked, and why
   */
  RetrySearch(RetryFilter choice, Ledger ledger, Map<Long, String> invalidBefore) {
    this.choice = choice;
    this.ledger = ledger;
    this.invalidBefore = invalidBefore;
  }

  /**
   * Searches a room list.
   *
   * @param unpublished whether the last run was killed
   * @param each what a render costs; null if unknown
   */
  RetryPreview in(RoomList roomList, boolean unpublished, @Nullable Money each) {
    try (var reader = roomList.open()) {
      for (var row = reader.next(); row != null; row = reader.next()) {
        rows.set(Math.toIntExact(row.number()));
        if (row instanceof RoomRow.Order order) look(order);
        else leave(ResultStatus.INVALID, ((RoomRow.Invalid) row).lines());
      }
    }
    choice.checkRows(rows);
    var goesOn = removePaidByUnfinishedRetry();
    var lines = found.stream().map(Found::line).toList();
    return new RetryPreview(lines, left, List.copyOf(doubtful), goesOn, unpublished, each);
  }

  private void look(RoomRow.Order order) {
    var row = order.number();
    var key = ledger.key(order.request());
    var known = ledger.find(key, 0);
    known.filter(it -> isDoubtful(it, row)).ifPresent(it -> doubtful.add(row));
    var retryableFailure =
        known.isPresent() ? RetryableFailure.of(known.get()).orElse(null) : invalidBefore(row);
    if (retryableFailure != null && choice.fits(row, retryableFailure))
      found.add(new Found(order, key, retryableFailure));
    else leave(known.map(it -> RowMeaning.of(it).status()).orElse(ResultStatus.NOT_BOUGHT), 1);
  }

  private @Nullable RetryableFailure invalidBefore(long row) {
    var problem = invalidBefore.get(row);
    return problem == null ? null : RetryableFailure.invalid(problem);
  }

  /** May have been charged, or given up: retry never sends these. */
  private boolean isDoubtful(LedgerEntry entry, long row) {
    return RowMeaning.of(entry).isHeldFromRetry() && choice.asksForDoubtful() && choice.fits(row);
  }

  /**
   * A retry that was killed or stopped continues when it is asked for again. What it has paid for,
   * and what failed again, does not belong to its rest.
   *
   * @return whether there is such a rest
   */
  private boolean removePaidByUnfinishedRetry() {
    var since = found.stream()
        .map(Found::decided)
        .filter(it -> it != null)
        .min(Instant::compareTo)
        .orElse(null);
    if (since == null) return false;
    found.removeIf(it -> {
      var entry = it.retryableFailure().entry();
      var bought = it.decided() == null && entry != null && !entry.at().isBefore(since);
      if (bought) leave(it.retryableFailure().was(), 1);
      return bought;
    });
    return true;
  }

  private void leave(ResultStatus status, long lines) {
    left.merge(status, lines, Long::sum);
  }
}
