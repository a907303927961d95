package dev.roomline.job.batch;

import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.ResultStatus;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.RenderResult;
import dev.roomline.ledger.Run;
import dev.roomline.render.PendingRender;
import dev.roomline.results.PictureNaming;
import dev.roomline.results.ResultRow;
import dev.roomline.results.RowMeaning;
import java.time.Duration;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Waits for the render of each row. {@link ReadAheadReader} has begun it. */
final class RenderProcessor implements ItemProcessor<PendingRow, ResultRow> {
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration LONG_ACCEPTED = Duration.ofSeconds(10);

  private final ReadAheadReader window;
  private final Run run;
  private final PictureNaming names;
  private final StopReasonText text;

  /**
   * @param window reads ahead while a row is waited for
   * @param text tells, for a row that was not sent, why the run had stopped
   */
  RenderProcessor(ReadAheadReader window, Run run, PictureNaming names, StopReasonText text) {
    this.window = window;
    this.run = run;
    this.names = names;
    this.text = text;
  }

  @Override
  public ResultRow process(PendingRow pending) throws InterruptedException {
    var cells = pending.row().cells();
    if (pending instanceof PendingRow.Invalid invalid)
      return ResultRow.invalid(invalid.row(), names.of(cells));
    var begun = (PendingRow.Begun) pending;
    var render = begun.render();
    var result = await(render);
    return ResultRow.of(begun.row(), names.of(cells, render.key()), render.key(), result, run);
  }

  /** The result of the render: paid and not ready yet, if waiting would hold up the rest. */
  private RenderResult await(PendingRender render) throws InterruptedException {
    while (!render.settles(GLANCE)) {
      window.readAhead();
      if (!holdsUpTheRest(render)) continue;
      var paid =
          render.latestResult().filter(it -> RowMeaning.of(it).status() == ResultStatus.RENDERING);
      if (paid.isPresent()) return paid.get();
    }
    return render
        .stopReason()
        .map(why -> RenderResult.notBought(new NotSent(why.cause(), text.of(why))))
        .orElseGet(() -> render.latestResult().orElseThrow());
  }

  /** Nothing waits to be sent, and this one has long been paid: it is collected later. */
  private boolean holdsUpTheRest(PendingRender render) {
    return window.allSent() && render.timeSinceAccepted().compareTo(LONG_ACCEPTED) > 0;
  }
}
