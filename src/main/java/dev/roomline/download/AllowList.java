package dev.roomline.download;

import dev.roomline.domain.Excerpt;
import dev.roomline.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hosts that may have a private address: those that the endpoint and the job file allow. */
record AllowList(Set<String> origins, Set<String> names, List<CidrBlock> blocks) {

  static AllowList of(Set<String> trustedOrigins, List<String> allowed) {
    var origins = new HashSet<String>();
    for (var origin : trustedOrigins) origins.add(origin(origin));
    var names = new HashSet<String>();
    var blocks = new ArrayList<CidrBlock>();
    for (var entry : allowed) {
      var text = entry.strip().toLowerCase(Locale.ROOT);
      var cidrBlock = CidrBlock.read(text);
      if (cidrBlock != null) blocks.add(cidrBlock);
      else if (DownloadUrl.isName(text)) names.add(text);
      else throw bad(entry);
    }
    return new AllowList(Set.copyOf(origins), Set.copyOf(names), List.copyOf(blocks));
  }

  /** Whether the URL's host name or origin is allowed, whatever its address. */
  boolean trusts(DownloadUrl url) {
    return origins.contains(url.origin()) || names.contains(url.host());
  }

  /** Whether an allowed block contains the address. */
  boolean allowsAddress(byte[] address) {
    return blocks.stream().anyMatch(cidrBlock -> cidrBlock.holds(address));
  }

  /** Whether the address itself is allowed; for a metadata address a block that contains it is not enough. */
  boolean namesAddress(byte[] address) {
    return blocks.stream()
        .anyMatch(cidrBlock -> cidrBlock.isOneAddress() && cidrBlock.holds(address));
  }

  private static String origin(String text) {
    if (DownloadUrl.read(text) instanceof DownloadUrl url) return url.origin();
    throw new InvalidInputException("'" + Excerpt.of(text)
        + "' is not an origin to fetch pictures from: write http://HOST:PORT or https://HOST");
  }

  private static InvalidInputException bad(String entry) {
    var text = Excerpt.of(entry);
    var remedy = entry.contains("://")
        ? "write only the host"
        : "write an address (10.0.0.7), a block (10.0.0.0/8, fd00::/8) or a host name without port";
    return new InvalidInputException(
        DownloadSettings.ALLOW + ": '" + text + "' is neither address nor name: " + remedy);
  }
}
