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

/** One render of this run and its state: waiting, sent, accepted, settled. */
final class RenderTask {
  /** The rank of renders that are paid already: they come before every row. */
  private static final long FIRST = 0;

  /** Where the photo was uploaded to, and since when the link is known. */
  private record Link(String url, long since) {
    private static final long TRUSTED = Duration.ofMinutes(30).toNanos();

    boolean stale() {
      return System.nanoTime() - since > TRUSTED;
    }
  }

  /** The result of a task that was not sent because buying stopped, and the reason. */
  private record Unsent(RenderResult result, StopReason why) {}

  private final long rank;
  private final CompletableFuture<RenderResult> done = new CompletableFuture<>();

  // Written by the thread that reads the rows; read by all.
  private volatile RoomRow.@Nullable Order row;

  // Written by the one thread that works on the task; read by all.
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

  // Used only by the thread that handles an outcome; the queues pass them on with the task.
  private int notSent;
  private int repeated;

  /** A task for a row, which begins with this purchase. */
  RenderTask(RoomRow.Order row, Purchase first) {
    this.rank = row.position().line();
    this.row = row;
    this.purchase = first;
  }

  /** A task for a render that an earlier run left to be collected, whether a row asks for it or not. */
  RenderTask(Purchase accepted, RenderResult known) {
    this.rank = FIRST;
    this.purchase = accepted;
    update(known);
  }

  long rank() {
    return rank;
  }

  /** Shares the task with a row of this run: if it fails, it may be bought again for that row. */
  void shareWith(RoomRow.Order today) {
    if (row == null) row = today;
  }

  RoomRow.@Nullable Order row() {
    return row;
  }

  /** The photo that has to be uploaded first; null if there is none. */
  @Nullable
  Photo photoToUpload() {
    var order = row;
    var known = link;
    if (order == null || order.request().photo().url() != null) return null;
    return known == null || known.stale() ? order.request().photo() : null;
  }

  /** Sets where the provider finds its uploaded photo; null if it has to be uploaded again. */
  void setPhotoUrl(@Nullable String url) {
    link = url == null ? null : new Link(url, System.nanoTime());
  }

  /** Where its photo was uploaded to; null if it was not. */
  @Nullable
  String link() {
    var known = link;
    return known == null ? null : known.url();
  }

  /** Whether its photo has to be uploaded before it can be sent. */
  boolean needsUpload() {
    return photoToUpload() != null;
  }

  /** The request to send for this row. */
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

  /** Sets the purchase that its next request makes. */
  void useAttempt(Purchase next) {
    purchase = next;
  }

  /** Makes its next request a further purchase; a decision may ask for another seed. */
  void buyAgain(@Nullable Decision decision) {
    if (decision != null && decision.kind() == Decision.Kind.RETRY_NEW_SEED) {
      otherSeed = SeedPolicy.other(purchase.key(), purchase.attempt());
    }
    purchase = purchase.again();
  }

  /** Counts a request that could not be sent; returns how many there were, this one included. */
  int countNotSent() {
    return ++notSent;
  }

  /** Counts an answer that calls it a repetition; returns how many there were, this one included. */
  int countRepeated() {
    return ++repeated;
  }

  /** Sets the result to report if the run stopped now; null if nothing was ever sent for it. */
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

  /** Notes that the provider has answered in this run. */
  void markAnswered() {
    answered = true;
  }

  /** Whether the provider has answered in this run. */
  boolean wasAnswered() {
    return answered;
  }

  /** How long it has been waiting to be collected, or for its pictures; zero if it does not wait. */
  Duration timeSinceAccepted() {
    var since = acceptedNanos;
    return since == 0 || done.isDone()
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - since);
  }

  CompletableFuture<RenderResult> done() {
    return done;
  }

  /** Calls the listener when it is settled or has failed. */
  void whenDone(Runnable listener) {
    CompletableFuture<RenderResult> unused = done.whenComplete((settled, failed) -> listener.run());
  }

  /** Notes that its request is sent now, with the result until it is answered; false if it is settled. */
  synchronized boolean markSent(RenderResult unanswered) {
    if (done.isDone()) return false;
    update(unanswered);
    return true;
  }

  /** Settles it as not sent because buying has stopped; an earlier result stays. */
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

  /** Settles it as not sent; an earlier result stays. */
  synchronized void settleUnsent(RenderOutcome outcome) {
    var known = latestResult();
    settle(known != null ? known : RenderResult.notBought(outcome));
  }

  /** The stop reason that kept it from being sent; null if it was sent or ended otherwise. */
  @Nullable
  StopReason stopReason() {
    var known = unsent;
    return known != null && known.result().equals(done.getNow(null)) ? known.why() : null;
  }

  void settle(RenderResult settled) {
    done.complete(settled);
  }

  /** Fails the task after an error of our own, and stops buying. */
  void failAndStop(Throwable cause, BuyingControl buying) {
    buying.stop(new Broken(String.valueOf(cause)));
    fail(cause);
  }

  void fail(Throwable cause) {
    done.completeExceptionally(cause);
  }
}
