package dev.roomline.sandbox;

import dev.roomline.sandbox.Effect.Remedy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where accepted renders are collected, free of charge. */
final class FetchDesk {
  private static final int REMEMBERED = 50_000;

  private final Shop shop;
  private final Times odd = new Times(REMEMBERED);

  FetchDesk(Shop shop) {
    this.shop = shop;
  }

  /**
   * Answers one fetch.
   *
   * @param id the render's, or null where the body names it
   */
  Answer answer(Family family, @Nullable String id, byte[] sent) {
    var body = Words.parsed(sent);
    shop.books().fetched(id != null ? id : body == null ? "" : asked(body));
    if (body == null) return Words.refusal(400, "The body must be a JSON object");
    var locked = shop.lock().refusal(family, body);
    var answer = locked == null ? answer(family, id == null ? asked(body) : id) : locked;
    return shop.settings().queueErrorsAs200() ? answer.in200() : answer;
  }

  private Answer answer(Family family, String id) {
    var sold = shop.sold().get(id);
    var ticket = sold == null ? Ticket.of(id) : sold;
    if (ticket == null) return Words.unknownId();
    if (shop.settings().clock().millis() < ticket.readyAt()) return Words.stillProcessing();
    var script = ticket.picture().script();
    if (script != null && script.what().effect instanceof Effect.Later later) {
      var fetch = later.fetch();
      if (fetch != null && (!later.eachFetch() || script.holds(odd.before(id))))
        return fetch.apply(ticket);
    }
    var shown = shown(ticket.picture(), id, sold == null ? 0 : 1);
    return Answer.json(200, success(family, id, ticket, shown));
  }

  /** The picture as this fetch hands it out; {@code before} it, that many links were handed out. */
  private Picture shown(Picture picture, String id, int before) {
    var spoiled = picture.spoiled();
    var script = picture.script();
    if (script == null || spoiled == null || spoiled.remedy() != Remedy.REFETCH) return picture;
    return script.holds(before + odd.before(id)) ? picture : picture.well();
  }

  private static String asked(ObjectNode body) {
    return body.path("request_id").asString("");
  }

  private ObjectNode success(Family family, String id, Ticket ticket, Picture shown) {
    var body = Words.status("success").put("id", id);
    Words.links(body, family, shown, shop.origin());
    if (family == Family.V5)
      body.put("generationTime", ticket.seconds()).set("meta", Meta.of(ticket));
    return body;
  }
}
