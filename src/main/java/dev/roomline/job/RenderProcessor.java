package dev.roomline.job;

import dev.roomline.ledger.Run;
import dev.roomline.render.PendingRender;
import dev.roomline.render.Renderer;
import dev.roomline.room.RoomRow;
import java.time.Duration;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Owns the paid call: begins a row's render when the window says so, and waits for it here. */
final class RenderProcessor implements ItemProcessor<PendingRow, ResultRow> {
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final Duration LONG_ACCEPTED = Duration.ofSeconds(10);

  private final Renderer renderer;
  private final Run run;
  private final Tally tally;

  RenderProcessor(Renderer renderer, Run run, Tally tally) {
    this.renderer = renderer;
    this.run = run;
    this.tally = tally;
  }

  PendingRow begin(RoomRow row) {
    if (row instanceof RoomRow.Invalid invalid) {
      tally.count(Status.INVALID);
      return new PendingRow.Invalid(invalid);
    }
    var render = renderer.begin((RoomRow.Order) row);
    render.whenSettled(settled -> tally.count(ResultRow.status(settled.outcome())));
    return new PendingRow.Begun(row, render);
  }

  @Override
  public ResultRow process(PendingRow pending) throws InterruptedException {
    if (pending instanceof PendingRow.Invalid invalid) return ResultRow.invalid(invalid.row());
    var begun = (PendingRow.Begun) pending;
    while (!begun.render().settles(GLANCE) && !holdsUpTheRest(begun.render())) {
      // Its deadlines are the renderer's business.
    }
    return ResultRow.of(begun.row(), begun.render(), run);
  }

  /** A render long accepted is collected later, rather than let the endpoint run out of work. */
  private boolean holdsUpTheRest(PendingRender render) {
    return renderer.hungry() && render.accepted().compareTo(LONG_ACCEPTED) > 0;
  }
}
