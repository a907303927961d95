package dev.roomline.sandbox;

import java.util.Set;

/** Answers balance and queue of the account. Free. */
final class AccountHandler {
  private static final String WALLET = "/api/wallet_balance";
  private static final String COUNT = "/api/v6/processing/request_count";
  private static final Set<String> PATHS = Set.of(WALLET, COUNT);
  private static final int COUNTS_PER_MINUTE = 30;

  private final SandboxContext sandboxContext;
  private final TokenBucket counts = new TokenBucket(COUNTS_PER_MINUTE, COUNTS_PER_MINUTE);

  AccountHandler(SandboxContext sandboxContext) {
    this.sandboxContext = sandboxContext;
  }

  static boolean serves(String path) {
    return PATHS.contains(path);
  }

  Response answer(String path, byte[] sent) {
    var body = ProviderMessages.parsed(sent);
    if (body == null) return ProviderMessages.refusal(400, "The body must be a JSON object");
    var locked = sandboxContext.lock().refusal(Family.V6, body);
    var response = locked != null ? locked : path.equals(WALLET) ? wallet() : count();
    return sandboxContext.settings().queueErrorsAs200() ? response.in200() : response;
  }

  private Response wallet() {
    var body = ProviderMessages.status("success");
    body.putObject("data").put("balance", sandboxContext.wallet().balance()).put("currency", "USD");
    return Response.json(200, body);
  }

  private Response count() {
    var seconds = counts.secondsToWait();
    if (seconds > 0) return ProviderMessages.tooMany("", seconds);
    var queued = sandboxContext.queue().now();
    return Response.json(
        200,
        ProviderMessages.status("success")
            .put("processing_count", queued)
            .put("message", queued + " requests are being processed."));
  }
}
