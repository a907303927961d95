package dev.roomline.endpoint;

import dev.roomline.domain.HttpOrigin;
import dev.roomline.domain.InvalidInputException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where renders are requested, and how long an answer is awaited.
 *
 * @param base scheme, host and port, and a gateway's path if there is one; no slash at the end
 * @param connect the longest time to connect
 * @param answer the longest time from sending to the last byte of the answer
 * @param sandbox whether this is the sandbox of this process, where nothing costs money
 */
public record EndpointSettings(
    URI base, ApiFamily family, Duration connect, Duration answer, boolean sandbox) {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /**
   * Reads {@code endpoint.url}.
   *
   * @param url a host, a base or the full create URL, from which the family is then read
   * @param family null where the job file names none: v5, unless the URL knows better
   * @throws InvalidInputException if it is no https address (http on loopback only) or contradicts the family
   */
  public static EndpointSettings of(String url, @Nullable ApiFamily family, Duration answer) {
    var address = EndpointUrl.parse(url);
    var known = address.family();
    if (known != null && family != null && known != family) {
      throw new InvalidInputException(
          "endpoint.url is a " + known + " address but endpoint.family is " + family
              + ": drop endpoint.family, or set it to " + known);
    }
    var used = known != null ? known : family != null ? family : ApiFamily.V5;
    return new EndpointSettings(address.base(), used, CONNECT, answer, false);
  }

  /**
   * The family that a create URL names; empty for a host or a base.
   *
   * @throws InvalidInputException if it is no https address (http on loopback only)
   */
  public static Optional<ApiFamily> familyIn(String url) {
    return Optional.ofNullable(EndpointUrl.parse(url).family());
  }

  /** The sandbox that runs in this process at {@code base}. */
  public static EndpointSettings sandbox(URI base, ApiFamily family, Duration answer) {
    var address = EndpointUrl.parse(base.toString());
    return new EndpointSettings(address.base(), family, CONNECT, answer, true);
  }

  /**
   * The endpoint's name in keys and ledger: the provider's two host names are the same endpoint, and
   * so are the names of this machine.
   */
  public String id() {
    return account() + " " + family;
  }

  /** {@link #id}, then the names that earlier releases gave the same endpoint. */
  public List<String> ids() {
    if (sandbox || !httpOrigin().isLoopback()) return List.of(id());
    return Stream.concat(Stream.of(account()), EndpointUrl.formerNames(base))
        .map(name -> name + " " + family)
        .distinct()
        .toList();
  }

  /** The account's name: the endpoint's without its API family. */
  public String account() {
    return sandbox ? "sandbox" : EndpointUrl.canonical(base);
  }

  /** Scheme, host and port, such as {@code https://modelslab.com}. */
  public String origin() {
    return httpOrigin().toString();
  }

  HttpOrigin httpOrigin() {
    return HttpOrigin.of(base).orElseThrow();
  }

  URI createUri() {
    return URI.create(base + family.createPath());
  }
}
