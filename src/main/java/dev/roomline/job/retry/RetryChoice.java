package dev.roomline.job.retry;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.RowNumbers;
import dev.roomline.domain.Status;
import dev.roomline.results.Setback;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows a person wants bought once more: those that fit all of these.
 *
 * @param statuses some of refused, failed, expired and invalid
 * @param rows empty for any row
 * @param cause what the reason of their trouble says or is called, in small letters; empty for any
 */
public record RetryChoice(Set<Status> statuses, Optional<RowNumbers> rows, String cause) {
  private static final Set<Status> RETRIABLE =
      EnumSet.of(Status.REFUSED, Status.FAILED, Status.EXPIRED, Status.INVALID);

  /**
   * Reads words of a command line.
   *
   * @param statuses none for all that may be chosen
   * @param rows none for all rows
   * @throws BadInput naming the word that is none
   */
  public static RetryChoice parse(List<String> statuses, List<String> rows, String cause) {
    var chosen = EnumSet.noneOf(Status.class);
    statuses.stream()
        .flatMap(words -> Arrays.stream(words.split(",", -1)))
        .forEach(word -> chosen.add(status(word.strip())));
    return new RetryChoice(
        chosen.isEmpty() ? EnumSet.copyOf(RETRIABLE) : chosen,
        rows.isEmpty() ? Optional.empty() : Optional.of(RowNumbers.parse(rows)),
        cause.strip().toLowerCase(Locale.ROOT));
  }

  private static Status status(String word) {
    for (var status : RETRIABLE) {
      if (status.text().equalsIgnoreCase(word)) return status;
    }
    throw new BadInput(
        word.equalsIgnoreCase(Status.UNSURE.text())
            ? "--status unsure: may be paid, so decide first: roomline resolve JOB"
            : "--status " + word + ": write refused, failed, expired or invalid");
  }

  boolean fits(long row, Setback setback) {
    return statuses.contains(setback.was())
        && fits(row)
        && (cause.isEmpty()
            || setback.cause().equals(cause)
            || setback.reason().toLowerCase(Locale.ROOT).contains(cause));
  }

  boolean fits(long row) {
    return rows.map(it -> it.contain(row)).orElse(true);
  }

  /** Whether somebody who chooses so should hear of rows that only {@code resolve} decides. */
  boolean asksForDoubtful() {
    return rows.isPresent() || statuses.contains(Status.FAILED);
  }

  /** Throws BadInput naming a row that is not there. */
  void checkRows(BitSet there) {
    rows.flatMap(it -> it.missing(there)).ifPresent(row -> {
      throw new BadInput("--rows: the rooms file has no row " + row);
    });
  }
}
