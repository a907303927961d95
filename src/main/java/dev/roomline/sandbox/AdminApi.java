package dev.roomline.sandbox;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The sandbox's own API for tests: the true ledger, and switches. */
record AdminApi(SandboxContext sandboxContext) {

  Response report() {
    return Response.json(
        200, sandboxContext.billingLog().report(sandboxContext.queue().most()));
  }

  /** Resets all counts. Renders that were sold can still be fetched. */
  Response forget() {
    sandboxContext.billingLog().reset();
    sandboxContext.attempts().forget();
    sandboxContext.queue().resetMost();
    return Response.json(200, ProviderMessages.status("success"));
  }

  /** Takes the price of renders from the wallet without a render; a negative number tops it up. */
  Response wallet(byte[] sent) {
    var body = ProviderMessages.parsed(sent);
    if (body == null || !body.path("take").isInt())
      return ProviderMessages.refusal(
          400, "Send how many renders' worth to take, such as {\"take\": 1}");
    sandboxContext.wallet().take(body.path("take").intValue());
    return Response.json(200, ProviderMessages.status("success"));
  }

  /** Replaces all shares of misbehaviour; an empty object ends every outage. */
  Response settings(byte[] sent) {
    var body = ProviderMessages.parsed(sent);
    if (body == null)
      return ProviderMessages.refusal(400, "Send shares by name, such as {\"500\": 0.1}");
    var shares = new TreeMap<String, Double>();
    try {
      body.propertyStream().forEach(share -> shares.put(share.getKey(), share(share.getValue())));
      sandboxContext.misbehaviourPicker().change(shares);
    } catch (IllegalArgumentException slip) {
      return ProviderMessages.refusal(400, String.valueOf(slip.getMessage()));
    }
    return Response.json(200, ProviderMessages.status("success"));
  }

  private static double share(JsonNode value) {
    return value.asDouble(-1);
  }
}
