package dev.roomline.endpoint;

import dev.roomline.room.BadInput;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where renders are bought, and how long an answer is waited for.
 *
 * @param base scheme, host and port, and a gateway's path if there is one; no slash at the end
 * @param extra fields that go into every create request as they are
 * @param connect the longest time to connect
 * @param answer the longest time from sending to the last byte of the answer
 * @param sandbox whether this is the sandbox of this process, where nothing costs money
 */
public record EndpointSettings(
    URI base,
    Family family,
    Map<String, Object> extra,
    Duration connect,
    Duration answer,
    boolean sandbox) {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  public EndpointSettings {
    for (var ours : List.of("key", "init_image", "prompt")) {
      if (extra.containsKey(ours)) {
        throw new BadInput("endpoint.extra must not name " + ours + ": remove that line");
      }
    }
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra)); // keeps order and nulls
  }

  /**
   * Reads {@code endpoint.url}.
   *
   * @param url a host, a base or the full create URL, from which the family is then read
   * @param family null where the sheet names none: v5, unless the URL knows better
   * @throws BadInput if it is no https address (http on loopback only) or contradicts the family
   */
  public static EndpointSettings of(
      String url, @Nullable Family family, Map<String, Object> extra, Duration answer) {
    var address = Address.parse(url);
    var known = address.family();
    if (known != null && family != null && known != family) {
      throw new BadInput("endpoint.url is a " + known + " address but endpoint.family is " + family
          + ": drop endpoint.family, or set it to " + known);
    }
    var spoken = known != null ? known : family != null ? family : Family.V5;
    return new EndpointSettings(address.base(), spoken, extra, CONNECT, answer, false);
  }

  /** The sandbox that runs in this process at {@code base}. */
  public static EndpointSettings sandbox(
      URI base, Family family, Map<String, Object> extra, Duration answer) {
    var address = Address.parse(base.toString());
    return new EndpointSettings(address.base(), family, extra, CONNECT, answer, true);
  }

  /** The endpoint's name in keys and books: the vendor's two host names are one place. */
  public String boughtAt() {
    return (sandbox ? "sandbox" : Address.canonical(base)) + " " + family;
  }

  URI createUri() {
    return URI.create(base + family.createPath());
  }
}
