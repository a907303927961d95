package dev.roomline.job.run;

import dev.roomline.state.RunStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param rows rows of the room list
 * @param renders lines of results there will be: one per row, style and variant
 * @param done of those
 * @param failed of those, without a picture
 * @param inFlight renders the provider holds for us now
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

  RunStatus.Progress progress() {
    return new RunStatus.Progress(
        rows,
        renders,
        done,
        failed,
        inFlight,
        fetching,
        perMinute,
        allowed,
        left == null ? null : left.toSeconds());
  }
}
