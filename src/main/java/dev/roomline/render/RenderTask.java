package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.SeedPolicy;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.BuyingControl;
import dev.roomline.render.limits.StopReason;
import dev.roomline.render.limits.StopReason.Broken;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One render's way through this run: waiting, sent, accepted, settled. */
final class RenderTask {
  /** Renders that are paid already come before every row. */
  private static final long FIRST = 0;

  /** Where the photo was uploaded to, and since when that is known. */
  private record Link(String url, long since) {
    private static final long TRUSTED = Duration.ofMinutes(30).toNanos();

    boolean stale() {
      return System.nanoTime() - since > TRUSTED;
    }
  }

  /** How it would end because the buying has ended. */
  private record Unsent(RenderResult result, StopReason why) {}

  private final long rank;
  private final CompletableFuture<RenderResult> done = new CompletableFuture<>();

  // Written by the thread that reads the rows; read by all.
  private volatile RoomRow.@Nullable Order row;

  // Written by the one thread that has the turn in hand; read by all.
  private volatile Purchase purchase;
  private volatile @Nullable RenderResult latest;
  private volatile long acceptedNanos;
  private volatile boolean answered;
  private volatile @Nullable Long otherSeed;

  // Written by the thread that uploads its photo, or that learns that its link is dead; read by
  // all.
  private volatile @Nullable Link link;

  // Written before it is settled, by the thread that settles it unsent; read by all.
  private volatile @Nullable Unsent unsent;

  // Touched only by the thread that handles an outcome; the queues hand them on with the turn.
  private int notSent;
  private int heldBack;

  /** A row's own turn, to begin with this purchase. */
  RenderTask(RoomRow.Order row, Purchase first) {
    this.rank = row.position().line();
    this.row = row;
    this.purchase = first;
  }

  /** A render that an earlier run left to be collected, whether a row of today wants it or not. */
  RenderTask(Purchase accepted, RenderResult known) {
    this.rank = FIRST;
    this.purchase = accepted;
    update(known);
  }

  long rank() {
    return rank;
  }

  /** A row of today wants it: should it fail, it may be bought again for that row. */
  void wantedBy(RoomRow.Order today) {
    if (row == null) row = today;
  }

  RoomRow.@Nullable Order row() {
    return row;
  }

  /** The photo that the provider cannot fetch yet; null if there is nothing to upload. */
  @Nullable
  Photo unsentPhoto() {
    var order = row;
    var known = link;
    if (order == null || order.request().photo().url() != null) return null;
    return known == null || known.stale() ? order.request().photo() : null;
  }

  /** Where the provider finds its uploaded photo; null where none is known any more. */
  void photoAt(@Nullable String url) {
    link = url == null ? null : new Link(url, System.nanoTime());
  }

  /** Where its photo was uploaded to; null if it was not. */
  @Nullable
  String link() {
    var known = link;
    return known == null ? null : known.url();
  }

  /** Whether the provider cannot fetch its photo yet, and it has to be uploaded first. */
  boolean needsUpload() {
    return unsentPhoto() != null;
  }

  /** What is sent for this row. */
  RenderRequest request(RoomRow.Order order) {
    var url = link();
    var request = url == null ? order.request() : order.request().withPhotoAt(url);
    var seed = otherSeed;
    return seed == null ? request : request.withSeed(seed);
  }

  RenderKey key() {
    return purchase.key();
  }

  Purchase purchase() {
    return purchase;
  }

  /** The next time it is sent, it is this purchase. */
  void useAttempt(Purchase next) {
    purchase = next;
  }

  /** The next time it is sent, it is bought once more, as a person decided if one did. */
  void again(@Nullable Decision decision) {
    if (decision != null && decision.kind() == Decision.Kind.RETRY_NEW_SEED) {
      otherSeed = SeedPolicy.other(purchase.key(), purchase.attempt());
    }
    purchase = purchase.again();
  }

  /** How often it could not be sent so far, this time included. */
  int notSentAgain() {
    return ++notSent;
  }

  /** How often the provider called it a repetition so far, this time included. */
  int heldBackAgain() {
    return ++heldBack;
  }

  /** Notes the result to report if the run stopped now; null if nothing was ever sent for it. */
  void update(@Nullable RenderResult result) {
    latest = result;
    var waits =
        result != null && (result.outcome() instanceof Accepted || result.pictures() != null);
    acceptedNanos = waits ? System.nanoTime() : 0;
  }

  /** How it ended, or the result to report if the run stopped now; null if nothing was sent. */
  @Nullable
  RenderResult latestResult() {
    return done.getNow(latest);
  }

  /** The provider has answered in this run. */
  void answered() {
    answered = true;
  }

  /** Whether what is known of it was learnt in this run, whatever the clock says by now. */
  boolean wasAnswered() {
    return answered;
  }

  /** For how long it has been waiting to be collected, or for its pictures. */
  Duration timeSinceAccepted() {
    var since = acceptedNanos;
    return since == 0 || done.isDone()
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - since);
  }

  CompletableFuture<RenderResult> done() {
    return done;
  }

  /** Calls back when it is settled or has failed. */
  void whenDone(Runnable listener) {
    CompletableFuture<RenderResult> unused = done.whenComplete((settled, failed) -> listener.run());
  }

  /** Its request leaves now, and holds this until it is answered; false if it is settled already. */
  synchronized boolean leaves(RenderResult unanswered) {
    if (done.isDone()) return false;
    update(unanswered);
    return true;
  }

  /** Settles it unsent, as the buying has ended; but what was perhaps paid before stays so. */
  synchronized void settleUnsent(StopReason why) {
    var known = latestResult();
    if (known != null) {
      settle(known);
      return;
    }
    var result = RenderResult.notBought(new NotSent(why.cause(), "the buying ended"));
    unsent = new Unsent(result, why);
    settle(result);
  }

  /** Settles it unsent; but what was perhaps paid before stays so. */
  synchronized void settleUnsent(RenderOutcome outcome) {
    var known = latestResult();
    settle(known != null ? known : RenderResult.notBought(outcome));
  }

  /** Why the buying had ended before it could be sent; null if it was sent or ended otherwise. */
  @Nullable
  StopReason stopReason() {
    var known = unsent;
    return known != null && known.result().equals(done.getNow(null)) ? known.why() : null;
  }

  void settle(RenderResult settled) {
    done.complete(settled);
  }

  /** Something broke under us: it fails, and nothing more is bought. */
  void failAndStop(Throwable cause, BuyingControl buying) {
    buying.stop(new Broken(String.valueOf(cause)));
    fail(cause);
  }

  void fail(Throwable cause) {
    done.completeExceptionally(cause);
  }
}
