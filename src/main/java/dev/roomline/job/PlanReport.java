package dev.roomline.job;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run would do.
 *
 * @param renders what its valid rows ask for: one per row, style and variant
 * @param owned renders that are paid for already
 * @param equal renders that share an earlier one's purchase
 * @param toBuy renders that would be bought
 * @param held renders that an earlier run left unsure, failed or refused: not bought again
 * @param toUpload photos that would be uploaded first
 * @param expected the least time the buying takes at the pace and slots given
 * @param warnings what may disappoint although nothing is wrong
 * @param problems the first ten invalid rows, in words
 */
public record PlanReport(
    long rows,
    long renders,
    long invalid,
    long owned,
    long equal,
    long toBuy,
    long held,
    long toUpload,
    Duration expected,
    List<String> warnings,
    List<String> problems) {

  public Exit exit() {
    return invalid > 0 ? Exit.TROUBLE : Exit.DONE;
  }

  /** The object that {@code --json} prints. */
  public Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("exit", exit().code());
    json.put("rows", rows);
    json.put("renders", renders);
    json.put("invalid", invalid);
    json.put("to_buy", toBuy);
    json.put("owned", owned);
    json.put("equal_rows", equal);
    json.put("held", held);
    json.put("to_upload", toUpload);
    json.put("expected_seconds", expected.toSeconds());
    json.put("warnings", warnings);
    json.put("problems", problems);
    return json;
  }
}
