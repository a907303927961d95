package dev.roomline.job.batch;

import dev.roomline.images.Shelf;
import dev.roomline.job.run.Heartbeat;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.output.Occasion;
import dev.roomline.output.Publication;
import dev.roomline.render.Renderer;
import dev.roomline.render.limits.Buying;
import dev.roomline.results.Layout;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomNames;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.Database;
import java.util.List;

/** Joins the stations of one run to its corridor. */
public record Stations(RunCommand command, RoomsFile file, Database books, Run run) {

  public Corridor join(Renderer renderer, Ledger ledger, Shelf shelf, Heartbeat heartbeat) {
    var table = new ResultTable(books.source(), run.number());
    var tally = new Tally(file.renders());
    var done = table.done();
    var limits = command.sheet().limits();
    heartbeat.start(
        renderer,
        tally,
        new Heartbeat.Extent(file.rows(), done.cardinality(), limits.requestsPerMinute()));
    var processor = new RenderProcessor(renderer, run, tally, RoomNames.of(file.header()));
    var extent = new RenderWindow.Extent(
        limits.window(), renderer::waiting, done, () -> interrupted(renderer.buying()));
    return new Corridor(
        new RenderWindow(file, processor, extent),
        processor,
        table,
        new CollectStep(renderer, ledger, table, run),
        new Publication(command.sheet().output(), Layout.of(file), shelf),
        () -> occasion(renderer.buying()),
        tally);
  }

  private static boolean interrupted(Buying buying) {
    return !buying.open() && buying.reasons().containsKey(Buying.Why.SIGNAL);
  }

  private Occasion occasion(Buying buying) {
    var words = List.copyOf(buying.reasons().values());
    var now = command.pulse().clock().instant();
    return new Occasion(command.sheet().name(), run.number(), run.started(), now, words);
  }
}
