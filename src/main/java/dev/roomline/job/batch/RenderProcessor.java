package dev.roomline.job.batch;

import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RoomRow;
import dev.roomline.ledger.Run;
import dev.roomline.render.PendingRender;
import dev.roomline.render.Renderer;
import dev.roomline.results.ResultRow;
import dev.roomline.results.RowMeaning;
import dev.roomline.rooms.RoomNames;
import java.time.Duration;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Owns the paid call: begins a row's render when the window says so, and waits for it here. */
final class RenderProcessor implements ItemProcessor<PendingRow, ResultRow> {
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration LONG_ACCEPTED = Duration.ofSeconds(10);

  private final Renderer renderer;
  private final Run run;
  private final ProgressCounter progress;
  private final RoomNames names;
  private Runnable meanwhile = () -> {};

  RenderProcessor(Renderer renderer, Run run, ProgressCounter progress, RoomNames names) {
    this.renderer = renderer;
    this.run = run;
    this.progress = progress;
    this.names = names;
  }

  /** While a row is waited for, more may begin. */
  void meanwhile(Runnable begins) {
    meanwhile = begins;
  }

  PendingRow begin(RoomRow row) {
    if (row instanceof RoomRow.Invalid invalid) {
      progress.count(ResultStatus.INVALID);
      progress.spare(invalid.lines() - 1);
      return new PendingRow.Invalid(invalid);
    }
    var order = (RoomRow.Order) row;
    var render = renderer.begin(order);
    render.whenSettled(result -> progress.count(RowMeaning.of(result).status()));
    return new PendingRow.Begun(order, render);
  }

  @Override
  public ResultRow process(PendingRow pending) throws InterruptedException {
    var name = names.stem(pending.row().cells());
    if (pending instanceof PendingRow.Invalid invalid)
      return ResultRow.invalid(invalid.row(), name);
    var begun = (PendingRow.Begun) pending;
    var render = begun.render();
    while (!render.settles(GLANCE)) {
      meanwhile.run();
      if (holdsUpTheRest(render)) {
        var paid =
            render.soFar().filter(it -> RowMeaning.of(it).status() == ResultStatus.RENDERING);
        if (paid.isPresent()) return ResultRow.of(begun.row(), name, render.key(), paid.get(), run);
      }
    }
    return ResultRow.of(begun.row(), name, render.key(), render.soFar().orElseThrow(), run);
  }

  /** Nothing waits to be sent, and this one has long been paid: it is collected later. */
  private boolean holdsUpTheRest(PendingRender render) {
    return renderer.waiting() == 0 && render.accepted().compareTo(LONG_ACCEPTED) > 0;
  }
}
