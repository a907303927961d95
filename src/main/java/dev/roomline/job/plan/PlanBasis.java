package dev.roomline.job.plan;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateSession;
import dev.roomline.ledger.BudgetUsage;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Usage;
import dev.roomline.render.PurchaseForecast;
import dev.roomline.render.PurchaseForecast.Act;
import dev.roomline.rooms.RoomList;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the next run of a job starts from. It reads from the session, which must stay open.
 *
 * @param endpoint its name in the ledger
 * @param forecast what it would do with a render
 * @param uploaded whether a photo is uploaded already
 * @param done the final lines of a run to be continued
 * @param toCollect renders that are paid and not delivered yet
 * @param left how many renders budget and limit allow
 * @param lately how long the last renders took
 * @param before the lines of the job's last run, if they can be compared with today's
 */
record PlanBasis(
    String endpoint,
    Function<RenderKey, Act> forecast,
    Predicate<Photo> uploaded,
    BitSet done,
    long toCollect,
    long left,
    List<Duration> lately,
    List<RenderFingerprint> before) {

  /** For a state without a database. */
  static PlanBasis ofNothing(JobRequest request) {
    var limits = request.budgetRules().allowance(0);
    var usage = new BudgetUsage(request.timing().clock().instant(), Usage.NOTHING, Usage.NOTHING);
    return new PlanBasis(
        request.access().endpoint().id(),
        key -> Act.BUY,
        photo -> false,
        new BitSet(),
        0,
        limits.left(usage),
        List.of(),
        List.of());
  }

  /** From the ledger: the next run continues the last one, or is a new one. */
  static PlanBasis of(JobRequest request, RoomList roomList, StateSession session) {
    var jobFile = request.jobFile();
    var endpoint = request.access().endpoint();
    var ledger = session.ledger(endpoint);
    var runs = session.runs();
    var asked = JobSettings.request(request, roomList);
    var continued = runs.unfinished(asked);
    var carried = runs.carried(asked.job());
    var limits = request.budgetRules().allowance(carried.renders());
    var uploads = ledger.uploads();
    return new PlanBasis(
        session.name(endpoint),
        request.fresh() && continued.isEmpty()
            ? ofFresh(request, ledger, runs.unfinishedFresh(asked))
            : forecast(request, ledger, continued),
        photo -> uploads.find(photo.identity(), jobFile.uploads().way()).isPresent(),
        continued.map(run -> session.results(run).done()).orElseGet(BitSet::new),
        ledger.accepted().size(),
        limits.left(ledger.usage(carried, limits)),
        session.renderTimes(endpoint).renders(jobFile.limits().patience()),
        request.fresh() ? List.of() : new PreviousResults(request, session).likenesses());
  }

  private static Function<RenderKey, Act> forecast(
      JobRequest request, Ledger ledger, Optional<Run> continued) {
    var repurchase = JobSettings.again(request.jobFile());
    return continued
        .map(run -> new PurchaseForecast(ledger, repurchase, run))
        .orElseGet(() -> new PurchaseForecast(ledger, repurchase))::of;
  }

  private static Function<RenderKey, Act> ofFresh(
      JobRequest request, Ledger ledger, Optional<Run.Unfinished> unfinished) {
    if (unfinished.isEmpty()) return key -> Act.BUY;
    var repurchase = JobSettings.again(request.jobFile());
    return new PurchaseForecast(ledger, repurchase, unfinished.get().edition())::of;
  }

  /** What a run would do with a line's render. A final line is not sent again. */
  Act of(ResultPosition position, RenderKey key) {
    var act = forecast.apply(key);
    return act != Act.REUSE && done.get(Math.toIntExact(position.line())) ? Act.HOLD : act;
  }
}
