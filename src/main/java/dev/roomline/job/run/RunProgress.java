package dev.roomline.job.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param rows rows of the rooms file
 * @param renders lines of results there will be: one per row, style and variant
 * @param done of those
 * @param failed of those, without a picture
 * @param inFlight renders the vendor holds for us now
 * @param fetching paid renders that wait for their pictures
 * @param perMinute requests of the last minute
 * @param allowed requests per minute; 0 is unlimited
 * @param left the time the rest will take, if it goes on like this
 */
public record RunProgress(
    long rows,
    long renders,
    long done,
    long failed,
    int inFlight,
    int fetching,
    long perMinute,
    int allowed,
    @Nullable Duration left) {

  Map<String, Object> asJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("rows", rows);
    json.put("renders", renders);
    json.put("done", done);
    json.put("failed", failed);
    json.put("in_flight", inFlight);
    json.put("fetching", fetching);
    json.put("per_minute", perMinute);
    json.put("allowed_per_minute", allowed == 0 ? "unlimited" : allowed);
    if (left != null) json.put("seconds_left", left.toSeconds());
    return json;
  }
}
