package dev.roomline.job.retry;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.results.RetryableFailure;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows a person wants rendered again: those that match all of these.
 *
 * @param statuses some of refused, failed, expired and invalid
 * @param rows empty for any row
 * @param cause a cause, or a part of the reason, in small letters; empty for any
 */
public record RetryFilter(Set<ResultStatus> statuses, Optional<RowSelection> rows, String cause) {
  private static final Set<ResultStatus> RETRIABLE = EnumSet.of(
      ResultStatus.REFUSED, ResultStatus.FAILED, ResultStatus.EXPIRED, ResultStatus.INVALID);

  /**
   * Reads the options of a command line.
   *
   * @param statuses none for all that may be chosen
   * @param rows none for all rows
   * @throws InvalidInputException naming the value that is not valid
   */
  public static RetryFilter parse(List<String> statuses, List<String> rows, String cause) {
    var chosen = EnumSet.noneOf(ResultStatus.class);
    statuses.stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .forEach(word -> chosen.add(status(word.strip())));
    return new RetryFilter(
        chosen.isEmpty() ? EnumSet.copyOf(RETRIABLE) : chosen,
        rows.isEmpty() ? Optional.empty() : Optional.of(RowSelection.parse(rows)),
        cause.strip().toLowerCase(Locale.ROOT));
  }

  private static ResultStatus status(String word) {
    for (var status : RETRIABLE) {
      if (status.text().equalsIgnoreCase(word)) return status;
    }
    throw new InvalidInputException(
        word.equalsIgnoreCase(ResultStatus.UNSURE.text())
            ? "--status unsure: these may have been charged; decide first: roomline resolve JOB"
            : "--status " + word + ": write refused, failed, expired or invalid");
  }

  boolean fits(long row, RetryableFailure retryableFailure) {
    return statuses.contains(retryableFailure.was())
        && fits(row)
        && (cause.isEmpty()
            || retryableFailure.cause().equals(cause)
            || retryableFailure.reason().toLowerCase(Locale.ROOT).contains(cause));
  }

  boolean fits(long row) {
    return rows.map(it -> it.contains(row)).orElse(true);
  }

  /** Whether this choice should report rows that only {@code resolve} can decide. */
  boolean asksForDoubtful() {
    return rows.isPresent() || statuses.contains(ResultStatus.FAILED);
  }

  /** Throws InvalidInputException naming a row that does not exist. */
  void checkRows(BitSet there) {
    rows.flatMap(it -> it.missing(there)).ifPresent(row -> {
      throw new InvalidInputException("--rows: the room list has no row " + row);
    });
  }
}
