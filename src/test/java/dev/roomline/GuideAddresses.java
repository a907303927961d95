package dev.roomline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands for the addresses in a page's commands, so that the test reaches this machine only: a
 * sandbox of the test for the real provider, free ports for those that the guides name.
 */
record GuideAddresses(Map<String, String> realByShown, Path folder) {
  static final String PROVIDER = "https://modelslab.com";

  static GuideAddresses of(Path folder, URI sandbox) throws IOException {
    var real = new LinkedHashMap<String, String>();
    real.put(PROVIDER, sandbox.toString());
    try (var first = free();
        var second = free()) {
      real.put("8645", Integer.toString(first.getLocalPort()));
      real.put("8646", Integer.toString(second.getLocalPort()));
    }
    return new GuideAddresses(real, folder);
  }

  /** A command of a guide as it is run. */
  String run(String command) {
    var real = command;
    for (var address : realByShown.entrySet())
      real = real.replace(address.getKey(), address.getValue());
    return real;
  }

  /** A line that was printed as a guide would show it; folders become "…". */
  String shown(String printed) {
    var shown = printed.replace(folder.toString(), OutputMask.ANYTHING);
    for (var address : realByShown.entrySet())
      shown = shown.replace(address.getValue(), address.getKey());
    return shown;
  }

  /** Where a sandbox listens whose command names no port. */
  String usualPort() {
    return realByShown.getOrDefault("8645", "8645");
  }

  private static ServerSocket free() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
