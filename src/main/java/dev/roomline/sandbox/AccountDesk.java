package dev.roomline.sandbox;

import java.util.Set;

/** Tells what is in the wallet and in the queue, free of charge. */
final class AccountDesk {
  private static final String WALLET = "/api/wallet_balance";
  private static final String COUNT = "/api/v6/processing/request_count";
  private static final Set<String> PATHS = Set.of(WALLET, COUNT);
  private static final int COUNTS_PER_MINUTE = 30;

  private final Shop shop;
  private final Pace counts = new Pace(COUNTS_PER_MINUTE, COUNTS_PER_MINUTE);

  AccountDesk(Shop shop) {
    this.shop = shop;
  }

  static boolean serves(String path) {
    return PATHS.contains(path);
  }

  Answer answer(String path, byte[] sent) {
    var body = Words.parsed(sent);
    if (body == null) return Words.refusal(400, "The body must be a JSON object");
    var locked = shop.lock().refusal(Family.V6, body);
    var answer = locked != null ? locked : path.equals(WALLET) ? wallet() : count();
    return shop.settings().queueErrorsAs200() ? answer.in200() : answer;
  }

  private Answer wallet() {
    var body = Words.status("success");
    body.putObject("data").put("balance", shop.wallet().balance()).put("currency", "USD");
    return Answer.json(200, body);
  }

  private Answer count() {
    var seconds = counts.secondsToWait();
    if (seconds > 0) return Words.tooMany("", seconds);
    var queued = shop.queue().now();
    return Answer.json(
        200,
        Words.status("success")
            .put("processing_count", queued)
            .put("message", queued + " requests are being processed."));
  }
}
