package dev.roomline.job.retry;

import dev.roomline.domain.Money;
import dev.roomline.domain.Quantity;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a retry would pay for.
 *
 * @param lines what is chosen, in the order of the room list
 * @param left lines that stay as they are, by status
 * @param doubtful chosen rows that only {@code resolve} can decide
 * @param goesOn whether it is the rest of an unfinished retry
 * @param unpublished whether the last run was killed, so that its results may not be in the output
 * @param each what a render costs; null if unknown
 */
public record RetryPreview(
    List<Line> lines,
    Map<ResultStatus, Long> left,
    List<Long> doubtful,
    boolean goesOn,
    boolean unpublished,
    @Nullable Money each) {

  /**
   * A chosen line of the results. Lines with the same key are one purchase.
   *
   * @param was the status it had
   * @param cause the cause, as in errors.csv
   */
  public record Line(
      ResultPosition position, RenderKey key, ResultStatus was, String cause, String reason) {}

  /** Whether there is nothing to do, not even for free. */
  public boolean isEmpty() {
    return lines.isEmpty() && !unpublished;
  }

  /** How many renders it would pay for. */
  public long renders() {
    return keys().size();
  }

  /** The number of renders, and what they cost if that is known. */
  public String price() {
    var renders = Quantity.of(renders(), "render");
    return each == null ? renders : renders + " for " + each.times(renders());
  }

  /** The chosen lines, counted by the status they had. */
  public Map<ResultStatus, Long> byStatus() {
    var counts = new EnumMap<ResultStatus, Long>(ResultStatus.class);
    lines.forEach(line -> counts.merge(line.was(), 1L, Long::sum));
    return counts;
  }

  /** The rows of the chosen lines. */
  public List<Long> rows() {
    return lines.stream().map(line -> line.position().row()).distinct().toList();
  }

  Set<RenderKey> keys() {
    return lines.stream().map(Line::key).collect(Collectors.toUnmodifiableSet());
  }
}
