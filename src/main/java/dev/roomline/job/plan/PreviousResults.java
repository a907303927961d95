package dev.roomline.job.plan;

import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateSession;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultRow;
import dev.roomline.rooms.RoomIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of the job's last run, if today's can be compared with them. */
record PreviousResults(JobRequest request, StateSession session) {
  /** More would need too much memory. */
  private static final long MOST = 500_000;

  /** Each render once; empty if there was no run, or it is too large or of another endpoint. */
  List<RenderFingerprint> likenesses() {
    var runs = session.runs();
    return runs.last(JobSettings.job(request.jobFile()))
        .map(run -> likenesses(runs, run))
        .orElse(List.of());
  }

  private List<RenderFingerprint> likenesses(Runs runs, Run run) {
    var table = session.results(run);
    var lines = table.totals().byStatus().values().stream().mapToLong(it -> it).sum();
    var endpointId = session.name(request.access().endpoint());
    if (lines > MOST || !table.isKnownAt(endpointId)) return List.of();
    var columns = CsvLayout.parse(runs.header(run)).columns();
    var traits = RoomIdentity.of(columns, request.jobFile().rooms().ignored());
    var found = new LinkedHashMap<Long, RenderFingerprint>();
    table.forEach(line -> add(found, traits, line));
    return List.copyOf(found.values());
  }

  private static void add(Map<Long, RenderFingerprint> found, RoomIdentity traits, ResultRow line) {
    var key = line.key();
    if (key == null) return;
    var photo = line.pictures().photo();
    var bytes = photo == null ? null : photo.sha256();
    var renderFingerprint =
        RenderFingerprint.of(traits, line.cells(), line.position(), key, line.prompt(), bytes);
    found.putIfAbsent(renderFingerprint.key(), renderFingerprint);
  }
}
