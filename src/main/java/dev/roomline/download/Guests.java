package dev.roomline.download;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who may live at a private address: what the endpoint and the sheet answer for. */
record Guests(Set<String> origins, Set<String> names, List<Block> blocks) {

  static Guests of(Set<String> trustedOrigins, List<String> allowed) {
    var origins = new HashSet<String>();
    for (var origin : trustedOrigins) origins.add(origin(origin));
    var names = new HashSet<String>();
    var blocks = new ArrayList<Block>();
    for (var entry : allowed) {
      var text = entry.strip().toLowerCase(Locale.ROOT);
      var block = Block.read(text);
      if (block != null) blocks.add(block);
      else if (Target.isName(text)) names.add(text);
      else throw bad(entry);
    }
    return new Guests(Set.copyOf(origins), Set.copyOf(names), List.copyOf(blocks));
  }

  /** Whether the target's name or origin is answered for, wherever it lives. */
  boolean know(Target target) {
    return origins.contains(target.origin()) || names.contains(target.host());
  }

  boolean mayLiveAt(byte[] address) {
    return blocks.stream().anyMatch(block -> block.holds(address));
  }

  /** A wide block may hold a metadata address by accident; only its own name says it is meant. */
  boolean mean(byte[] address) {
    return blocks.stream().anyMatch(block -> block.isOneAddress() && block.holds(address));
  }

  private static String origin(String text) {
    if (Target.read(text) instanceof Target target) return target.origin();
    throw new BadInput("'" + Shown.of(text)
        + "' is not an origin to fetch pictures from: write http://HOST:PORT or https://HOST");
  }

  private static BadInput bad(String entry) {
    var text = Shown.of(entry);
    var remedy = entry.contains("://")
        ? "write only the host"
        : "write an address (10.0.0.7), a block (10.0.0.0/8, fd00::/8) or a host name without port";
    return new BadInput(
        FetchSettings.ALLOW + ": '" + text + "' is neither address nor name: " + remedy);
  }
}
