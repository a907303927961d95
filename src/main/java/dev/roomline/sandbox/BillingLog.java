package dev.roomline.sandbox;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The log of what was charged, whether the client received the answer or not. */
final class BillingLog {
  private static final long SECOND = 1_000_000_000;

  private final boolean perRow;
  private final Clock clock;
  private final Map<String, Account> byRender = new LinkedHashMap<>();
  private final Map<String, Account> byId = new HashMap<>();
  private long creates;
  private long billed;
  private long answered;
  private long accepted;
  private long refusedBusy;
  private long failed;
  private long fetches;
  private long pictures;
  private long downloads;
  private final Set<String> distinctUploads = new HashSet<>();
  private long uploads;
  private long deletes;
  private final Deque<Long> lastSecond = new ArrayDeque<>();
  private long mostPerSecond;
  private long firstCreateAt;
  private long lastCreateAt;
  private long now;
  private long mostAtOnce;

  BillingLog(boolean perRow, Clock clock) {
    this.perRow = perRow;
    this.clock = clock;
  }

  /** Resets all counts, except those of creates in progress. */
  synchronized void reset() {
    byRender.clear();
    byId.clear();
    distinctUploads.clear();
    lastSecond.clear();
    creates = billed = answered = accepted = refusedBusy = failed = 0;
    fetches = pictures = downloads = uploads = deletes = 0;
    mostPerSecond = firstCreateAt = lastCreateAt = 0;
    mostAtOnce = now;
  }

  /** Counts an incoming create and returns its number, from 1. */
  synchronized long countCreate() {
    var nanos = System.nanoTime();
    lastSecond.add(nanos);
    while (nanos - lastSecond.element() >= SECOND) lastSecond.remove();
    mostPerSecond = Math.max(mostPerSecond, lastSecond.size());
    lastCreateAt = clock.millis();
    if (creates == 0) firstCreateAt = lastCreateAt;
    mostAtOnce = Math.max(mostAtOnce, ++now);
    return ++creates;
  }

  synchronized void answered() {
    now--;
  }

  /** A paid answer is being sent. Notes the requests so far, so that later ones can be counted. */
  synchronized void answers(Order order) {
    answered++;
    if (perRow) account(order).answeredAt = creates + fetches;
  }

  synchronized void refusedBusy() {
    refusedBusy++;
  }

  synchronized void asked(Order order) {
    if (!perRow) return;
    var account = account(order);
    if (account.creates++ == 0) account.cameAt = clock.millis();
  }

  synchronized void billed(Order order) {
    billed++;
    if (perRow) account(order).billed++;
  }

  synchronized void accepted() {
    accepted++;
  }

  /** Remembers the render behind an id. */
  synchronized void sold(Sale sale) {
    if (!perRow) return;
    var account = account(sale.order());
    account.seed = sale.ticket().picture().seed();
    account.millis = sale.ticket().readyAt() - sale.ticket().createdAt();
    byId.put(sale.ticket().id(), account);
  }

  synchronized void failed(Order order) {
    failed++;
    if (perRow) account(order).failed++;
  }

  /**
   * Counts a fetch.
   *
   * @param id the render's, as it was asked for
   */
  synchronized void fetched(String id) {
    fetches++;
    var account = byId.get(id);
    if (account != null) account.fetches++;
  }

  synchronized void shown() {
    pictures++;
  }

  synchronized void downloaded() {
    downloads++;
  }

  synchronized void uploaded(String digest) {
    uploads++;
    distinctUploads.add(digest);
  }

  synchronized void deleted() {
    deletes++;
  }

  synchronized ObjectNode report(int mostQueued) {
    var report = ProviderMessages.JSON
        .createObjectNode()
        .put("creates", creates)
        .put("billed", billed)
        .put("answered", answered)
        .put("accepted", accepted)
        .put("refused_busy", refusedBusy)
        .put("failed", failed)
        .put("fetches", fetches)
        .put("pictures", pictures)
        .put("picture_downloads", downloads)
        .put("uploads", uploads)
        .put("uploads_billed", 0)
        .put("distinct_uploads", distinctUploads.size())
        .put("deletes", deletes)
        .put("most_queued", mostQueued)
        .put("most_at_once", mostAtOnce)
        .put("most_per_second", mostPerSecond)
        .put("first_create_at", firstCreateAt)
        .put("last_create_at", lastCreateAt);
    if (perRow) perRow(report);
    return report;
  }

  private void perRow(ObjectNode report) {
    var renders = report.putObject("by_render");
    var twice = report.putArray("billed_twice");
    byRender.forEach((fingerprint, account) -> {
      renders
          .putObject(fingerprint)
          .put("prompt", account.prompt)
          .put("billed", account.billed)
          .put("failed", account.failed)
          .put("creates", account.creates)
          .put("fetches", account.fetches)
          .put("seed", account.seed)
          .put("came_at", account.cameAt)
          .put("millis", account.millis)
          .put("answered_at", account.answeredAt);
      // Paying again for a failed render is not a double payment.
      if (account.billed - account.failed > 1) twice.add(account.prompt);
    });
  }

  private Account account(Order order) {
    return byRender.computeIfAbsent(order.fingerprint(), any -> new Account(order.prompt()));
  }

  private static final class Account {
    final String prompt;
    int creates;
    int billed;
    int failed;
    int fetches;
    long seed;
    long cameAt;
    long millis;
    long answeredAt;

    Account(String prompt) {
      this.prompt = prompt;
    }
  }
}
