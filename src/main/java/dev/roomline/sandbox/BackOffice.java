package dev.roomline.sandbox;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What only the sandbox's owner sees: the true books, and the switches. */
record BackOffice(Shop shop) {

  Answer report() {
    return Answer.json(200, shop.books().report(shop.queue().most()));
  }

  /** Begins to count anew, as if nothing had been ordered yet; what is sold can still be fetched. */
  Answer forget() {
    shop.books().beginAnew();
    shop.attempts().forget();
    shop.queue().measureAnew();
    return Answer.json(200, Words.status("success"));
  }

  /** Takes renders' worth from the wallet that nobody bought; fewer than none tops it up. */
  Answer wallet(byte[] sent) {
    var body = Words.parsed(sent);
    if (body == null || !body.path("take").isInt())
      return Words.refusal(400, "Send how many renders' worth to take, such as {\"take\": 1}");
    shop.wallet().take(body.path("take").intValue());
    return Answer.json(200, Words.status("success"));
  }

  /** Replaces all shares of misbehaviour; an empty object ends every outage. */
  Answer settings(byte[] sent) {
    var body = Words.parsed(sent);
    if (body == null) return Words.refusal(400, "Send shares by name, such as {\"500\": 0.1}");
    var shares = new TreeMap<String, Double>();
    try {
      body.propertyStream().forEach(share -> shares.put(share.getKey(), share(share.getValue())));
      shop.misdeeds().change(shares);
    } catch (IllegalArgumentException slip) {
      return Words.refusal(400, String.valueOf(slip.getMessage()));
    }
    return Answer.json(200, Words.status("success"));
  }

  private static double share(JsonNode value) {
    return value.asDouble(-1);
  }
}
