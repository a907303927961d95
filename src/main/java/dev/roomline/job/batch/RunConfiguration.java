package dev.roomline.job.batch;

import dev.roomline.images.PictureStore;
import dev.roomline.job.run.ProgressReporter;
import dev.roomline.job.session.JobRequest;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.BuyingControl;
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
    var processor = new RenderProcessor(renderer, run, progress, RoomNames.of(roomList.header()));
    var extent = new ReadAheadReader.Extent(
        limits.window(), renderer::waiting, done, () -> interrupted(renderer.buying()));
    return new RunBeans(
        new ReadAheadReader(roomList, processor, extent),
        processor,
        table,
        new CollectStep(renderer, ledger, table, run),
        new OutputFolder(request.jobFile().output(), CsvLayout.of(roomList), pictureStore),
        () -> occasion(renderer.buying()),
        progress);
  }

  private static boolean interrupted(BuyingControl buying) {
    return !buying.open() && buying.reasons().containsKey(BuyingControl.Why.SIGNAL);
  }

  private PublishedRun occasion(BuyingControl buying) {
    var words = List.copyOf(buying.reasons().values());
    var now = request.timing().clock().instant();
    return new PublishedRun(request.jobFile().name(), run.number(), run.started(), now, words);
  }
}
