package dev.roomline.job.retry;

import dev.roomline.domain.Money;
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
 * What a retry would buy.
 *
 * @param lines what is chosen, in the order of the rooms file
 * @param left lines that are left as they are, by status
 * @param doubtful rows among those asked for that only {@code resolve} decides
 * @param goesOn whether it is the rest of a retry that came to no end
 * @param each what a render costs; null if nobody said
 */
public record RetryPreview(
    List<Line> lines,
    Map<ResultStatus, Long> left,
    List<Long> doubtful,
    boolean goesOn,
    @Nullable Money each) {

  /**
   * A line of results that is chosen; equal ones are one purchase.
   *
   * @param was the status it had
   * @param cause the class of the trouble, as in errors.csv
   */
  public record Line(
      ResultPosition position, RenderKey key, ResultStatus was, String cause, String reason) {}

  /** What it is about to buy. */
  public long renders() {
    return keys().size();
  }

  /** What that costs, as far as it is known. */
  public String price() {
    var renders = renders() == 1 ? "1 render" : renders() + " renders";
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
