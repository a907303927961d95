package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.SeedPolicy;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Purchase;
import dev.roomline.ledger.RenderResult;
import dev.roomline.render.limits.BuyingControl;
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

  private final long rank;
  private final CompletableFuture<RenderResult> done = new CompletableFuture<>();
  private volatile RoomRow.@Nullable Order row;
  private volatile Purchase purchase;
  private volatile @Nullable RenderResult lastWord;
  private volatile @Nullable Link link;
  private volatile @Nullable Long otherSeed;
  private volatile long acceptedNanos;
  private volatile boolean answered;
  private int notSent;
  private int heldBack;

  /** A row's own turn, to begin with this purchase. */
  RenderTask(RoomRow.Order row, Purchase first) {
    this.rank = row.position().line();
    this.row = row;
    this.purchase = first;
  }

  /** A render that an earlier run left to be collected, whether a row of today wants it or not. */
  RenderTask(Purchase accepted, RenderResult lastWord) {
    this.rank = FIRST;
    this.purchase = accepted;
    soFar(lastWord);
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

  /** The photo that the vendor cannot fetch yet; null if there is nothing to upload. */
  @Nullable
  Photo unsentPhoto() {
    var order = row;
    var known = link;
    if (order == null || order.request().photo().url() != null) return null;
    return known == null || known.stale() ? order.request().photo() : null;
  }

  /** Where the vendor finds its uploaded photo; null where none is known any more. */
  void photoAt(@Nullable String url) {
    link = url == null ? null : new Link(url, System.nanoTime());
  }

  /** Where its photo was uploaded to; null if it was not. */
  @Nullable
  String link() {
    var known = link;
    return known == null ? null : known.url();
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
  void next(Purchase next) {
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

  /** How often the vendor called it a repetition so far, this time included. */
  int heldBackAgain() {
    return ++heldBack;
  }

  /** What holds if nothing more happens; null if nothing was ever sent for it. */
  void soFar(@Nullable RenderResult result) {
    lastWord = result;
    var waits =
        result != null && (result.outcome() instanceof Accepted || result.pictures() != null);
    acceptedNanos = waits ? System.nanoTime() : 0;
  }

  @Nullable
  RenderResult soFar() {
    return done.getNow(lastWord);
  }

  /** The vendor has answered in this run. */
  void answered() {
    answered = true;
  }

  /** Whether what is known of it was learnt in this run, whatever the clock says by now. */
  boolean wasAnswered() {
    return answered;
  }

  /** For how long it has been waiting to be collected, or for its pictures. */
  Duration accepted() {
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
    CompletableFuture<RenderResult> unused = done.whenComplete((result, failed) -> listener.run());
  }

  /** Its request leaves now, and holds this until it is answered; false if it is settled already. */
  synchronized boolean leaves(RenderResult unanswered) {
    if (done.isDone()) return false;
    soFar(unanswered);
    return true;
  }

  /** Settles it unsent; but what was perhaps paid before stays so. */
  synchronized void giveUp(RenderOutcome unsent) {
    var soFar = soFar();
    settle(soFar != null ? soFar : RenderResult.notBought(unsent));
  }

  void settle(RenderResult result) {
    done.complete(result);
  }

  /** Something broke under us: it fails, and nothing more is bought. */
  void broke(Throwable cause, BuyingControl buying) {
    buying.stop(BuyingControl.Why.BROKEN, String.valueOf(cause));
    fail(cause);
  }

  void fail(Throwable cause) {
    done.completeExceptionally(cause);
  }
}
