package dev.roomline.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code run.json} says about the current run.
 *
 * @param pid its process
 * @param jobFile its job
 * @param since when it began
 * @param progress its progress; null before it has begun to buy
 */
public record RunStatus(
    long pid, String jobFile, String since, @Nullable Progress progress) {

  /**
   * The progress of a run.
   *
   * @param rows rows of the room list
   * @param renders lines of results there will be
   * @param done of those
   * @param failed of those, without a picture
   * @param inFlight renders queued at the provider
   * @param fetching paid renders that wait for their pictures
   * @param perMinute requests of the last minute
   * @param allowed requests per minute; 0 is unlimited
   * @param secondsLeft the time the rest will take; null if it is not known
   */
  public record Progress(
      long rows,
      long renders,
      long done,
      long failed,
      int inFlight,
      int fetching,
      long perMinute,
      int allowed,
      @Nullable Long secondsLeft) {}

  /** The same run with this progress. */
  public RunStatus at(Progress progress) {
    return new RunStatus(pid, jobFile, since, progress);
  }

  /** All values by name, as they are written and shown. */
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("pid", pid);
    fields.put("sheet", jobFile);
    fields.put("since", since);
    if (progress == null) return fields;
    fields.put("rows", progress.rows());
    fields.put("renders", progress.renders());
    fields.put("done", progress.done());
    fields.put("failed", progress.failed());
    fields.put("in_flight", progress.inFlight());
    fields.put("fetching", progress.fetching());
    fields.put("per_minute", progress.perMinute());
    fields.put("allowed_per_minute", progress.allowed() == 0 ? "unlimited" : progress.allowed());
    var left = progress.secondsLeft();
    if (left != null) fields.put("seconds_left", left);
    return fields;
  }

  static RunStatus read(JsonNode json) {
    return new RunStatus(
        json.path("pid").asLong(0),
        json.path("sheet").asString(""),
        json.path("since").asString(""),
        json.has("renders") ? progress(json) : null);
  }

  private static Progress progress(JsonNode json) {
    return new Progress(
        json.path("rows").asLong(0),
        json.path("renders").asLong(0),
        json.path("done").asLong(0),
        json.path("failed").asLong(0),
        json.path("in_flight").asInt(0),
        json.path("fetching").asInt(0),
        json.path("per_minute").asLong(0),
        json.path("allowed_per_minute").asInt(0), // a word where there is no limit
        json.has("seconds_left") ? json.path("seconds_left").asLong(0) : null);
  }
}
