package dev.roomline.sandbox;

import dev.roomline.sandbox.Effect.Remedy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Handles requests that poll accepted renders. Free. */
final class FetchHandler {
  private static final int REMEMBERED = 50_000;

  private final SandboxContext sandboxContext;
  private final OccurrenceCounter odd = new OccurrenceCounter(REMEMBERED);

  FetchHandler(SandboxContext sandboxContext) {
    this.sandboxContext = sandboxContext;
  }

  /**
   * Answers one fetch.
   *
   * @param id the render's, or null where the body names it
   */
  Response answer(Family family, @Nullable String id, byte[] sent) {
    var body = ProviderMessages.parsed(sent);
    sandboxContext.billingLog().fetched(id != null ? id : body == null ? "" : asked(body));
    if (body == null) return ProviderMessages.refusal(400, "The body must be a JSON object");
    var locked = sandboxContext.lock().refusal(family, body);
    var response = locked == null ? answer(family, id == null ? asked(body) : id) : locked;
    return sandboxContext.settings().queueErrorsAs200() ? response.in200() : response;
  }

  private Response answer(Family family, String id) {
    var sold = sandboxContext.sold().get(id);
    var ticket = sold == null ? Ticket.of(id) : sold;
    if (ticket == null) return ProviderMessages.unknownId();
    if (sandboxContext.settings().clock().millis() < ticket.readyAt())
      return ProviderMessages.stillProcessing();
    var plannedMisbehaviour = ticket.picture().plannedMisbehaviour();
    if (plannedMisbehaviour != null
        && plannedMisbehaviour.what().effect instanceof Effect.Later later) {
      var fetch = later.fetch();
      if (fetch != null && (!later.eachFetch() || plannedMisbehaviour.holds(odd.before(id))))
        return fetch.apply(ticket);
    }
    var shown = shown(ticket.picture(), id, sold == null ? 0 : 1);
    return Response.json(200, success(family, id, ticket, shown));
  }

  /** The picture as this fetch delivers it, after {@code before} links. */
  private Picture shown(Picture picture, String id, int before) {
    var spoiled = picture.spoiled();
    var plannedMisbehaviour = picture.plannedMisbehaviour();
    if (plannedMisbehaviour == null || spoiled == null || spoiled.remedy() != Remedy.REFETCH)
      return picture;
    return plannedMisbehaviour.holds(before + odd.before(id)) ? picture : picture.well();
  }

  private static String asked(ObjectNode body) {
    return body.path("request_id").asString("");
  }

  private ObjectNode success(Family family, String id, Ticket ticket, Picture shown) {
    var body = ProviderMessages.status("success").put("id", id);
    ProviderMessages.links(body, family, shown, sandboxContext.origin());
    if (family == Family.V5)
      body.put("generationTime", ticket.seconds()).set("meta", Meta.of(ticket));
    return body;
  }
}
