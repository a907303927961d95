package dev.roomline.download;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What may be downloaded, and how much of it: everything public, and what the job file or the
 * endpoint allows.
 *
 * @param trustedOrigins origins such as {@code http://127.0.0.1:8645}; a URL with exactly one
 *     of these may have a private address
 * @param allowed addresses, blocks such as {@code 10.0.0.0/8} and host names that may be private
 * @param mostBytes of one picture
 * @param connect longest wait for a name, a connection, the next message of a TLS handshake
 * @param stall longest silence
 * @param deadline for everything together, redirects included
 */
public record DownloadSettings(
    Set<String> trustedOrigins,
    List<String> allowed,
    long mostBytes,
    Duration connect,
    Duration stall,
    Duration deadline) {

  /** The job file's key for what is allowed; messages name it. */
  static final String ALLOW = "pictures.allow";

  /**
   * @throws dev.roomline.domain.InvalidInputException if an entry is no address, block or host name
   */
  public DownloadSettings {
    trustedOrigins = Set.copyOf(trustedOrigins);
    allowed = List.copyOf(allowed);
    AllowList.of(trustedOrigins, allowed);
  }

  /** The limits that fit a render or a photo: 50 MB, and five minutes even at 1 KB/s. */
  public static DownloadSettings usual(Set<String> trustedOrigins, List<String> allowed) {
    return new DownloadSettings(
        trustedOrigins,
        allowed,
        50_000_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5));
  }

  /** The limits that fit a question whether a picture is there. */
  public static DownloadSettings forProbing(Set<String> trustedOrigins, List<String> allowed) {
    return new DownloadSettings(
        trustedOrigins,
        allowed,
        1_000,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }
}
