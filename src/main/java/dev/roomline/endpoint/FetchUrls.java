package dev.roomline.endpoint;

import dev.roomline.domain.RenderTicket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where an accepted render may be polled: the provider's own URL first, then the documented one. */
final class FetchUrls {

  private static final String ID = "{id}";

  /** One place to ask, and what to send there. */
  record Candidate(URI uri, String body) {}

  private final EndpointSettings settings;
  private final RequestBodies requestBodies;

  FetchUrls(EndpointSettings settings, RequestBodies requestBodies) {
    this.settings = settings;
    this.requestBodies = requestBodies;
  }

  List<Candidate> of(RenderTicket ticket) {
    var id = ticket.requestId();
    var segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    if (segment.matches("\\.+")) segment = segment.replace(".", "%2E"); // no way out of the path
    var found = new ArrayList<Candidate>();
    var hint = ticket.collectFrom();
    // The body carries the key, which is for the configured origin only.
    if (hint != null && settings.httpOrigin().sameOrigin(hint)) {
      var named = hint.contains(segment);
      found.add(new Candidate(URI.create(hint), requestBodies.collect(id, !named)));
    }
    for (var path : settings.family().collectPaths()) {
      var uri = URI.create(settings.base() + path.replace(ID, segment));
      if (found.stream().noneMatch(known -> known.uri().equals(uri))) {
        found.add(new Candidate(uri, requestBodies.collect(id, !path.contains(ID))));
      }
    }
    return List.copyOf(found);
  }
}
