package dev.roomline.job.batch;

import dev.roomline.images.PictureStore;
import dev.roomline.job.run.ProgressReporter;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.render.Renderer;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomList;
import dev.roomline.rooms.RoomNames;
import dev.roomline.state.Database;
import java.util.List;

/** Joins the stations of one run to its corridor. */
public record RunConfiguration(JobRequest request, RoomList roomList, Database database, Run run) {

  public RunBeans join(
      Renderer renderer,
      Ledger ledger,
      PictureStore pictureStore,
      ProgressReporter progressReporter) {
    var table = new ResultTable(database.source(), run.number());
    var progress = new ProgressCounter(roomList.renders());
    var done = table.done();
    var limits = request.jobFile().limits();
    progressReporter.start(
        renderer,
        progress,
        new ProgressReporter.Extent(
            roomList.rows(), done.cardinality(), limits.requestsPerMinute()));
    var text = new StopReasonText(request, run);
    var extent =
        new ReadAheadReader.Extent(limits.window(), done, renderer.buying()::isInterrupted);
    var window = new ReadAheadReader(roomList, renderer, progress, extent);
    return new RunBeans(
        window,
        new RenderProcessor(window, run, RoomNames.of(roomList.header()), text),
        table,
        new CollectStep(renderer, ledger, table, run),
        new OutputFolder(request.jobFile().output(), CsvLayout.of(roomList), pictureStore),
        () -> occasion(text.of(renderer.buying().reasons())),
        progress);
  }

  private PublishedRun occasion(List<String> words) {
    var now = request.timing().clock().instant();
    return new PublishedRun(request.jobFile().name(), run.number(), run.started(), now, words);
  }
}
