package dev.roomline.job.run;

import dev.roomline.domain.Quantity;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.results.CsvLayout;
import dev.roomline.rooms.RoomList;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins a run or continues the unfinished one, and says which, and what is kept. */
record RunBeginning(JobRequest request, RoomList roomList, Consumer<String> news) {

  /** The run in the ledger, which is to be carried out now. */
  Run begin(Runs runs) {
    var asked = JobSettings.request(request, roomList);
    var unfinishedFresh =
        request.fresh() ? runs.unfinishedFresh(asked) : Optional.<Run.Unfinished>empty();
    var begun = runs.begin(asked, CsvLayout.of(roomList).asJson());
    var number = begun.run().number();
    if (begun.beginning() == Run.Beginning.CONTINUED) {
      news.accept("Continuing run " + number + ": " + rows());
      return begun.run();
    }
    var rendersAll = request.fresh() && unfinishedFresh.isEmpty();
    for (var old : begun.abandoned()) news.accept(abandoned(old, number, rendersAll));
    unfinishedFresh.map(RunBeginning::goesOn).ifPresent(news);
    news.accept("Run " + number + ": " + rows());
    return begun.run();
  }

  private static String abandoned(long old, long number, boolean rendersAll) {
    return rendersAll
        ? "Run %d was unfinished. Starting run %d; --fresh renders everything again."
            .formatted(old, number)
        : "Run %d was unfinished, and the list or a setting has changed since. Starting run %d;"
                .formatted(old, number)
            + " finished renders are kept.";
  }

  private static String goesOn(Run.Unfinished fresh) {
    return ("run --fresh of %s (run %d) did not finish: its renders are kept, and the rest is"
            + " rendered. Next: to render everything again, run --fresh once more after this run.")
        .formatted(fresh.started().truncatedTo(ChronoUnit.SECONDS), fresh.run());
  }

  private String rows() {
    var rows = Quantity.of(roomList.rows(), "row");
    return roomList.renders() == roomList.rows()
        ? rows
        : rows + ", " + Quantity.of(roomList.renders(), "render");
  }
}
