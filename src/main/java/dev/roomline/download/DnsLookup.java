package dev.roomline.download;

import dev.roomline.domain.DaemonThreads;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks up a name's addresses with a time limit, which the system's resolver does not have. */
final class DnsLookup {
  private final DnsResolver names;
  private final Duration longest;

  DnsLookup(DnsResolver names, Duration longest) {
    this.names = names;
    this.longest = longest;
  }

  List<InetAddress> find(String host, Duration patience)
      throws UnknownHostException, TimeoutException, InterruptedException {
    var literal = IpLiteral.read(host);
    if (literal != null) return List.of(literal);
    var wait = patience.compareTo(longest) < 0 ? patience : longest;
    try {
      var found = DaemonThreads.call("lookup", () -> names.resolve(host), wait);
      if (found == null || found.length == 0) throw new UnknownHostException(host);
      return List.of(found);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    }
  }
}
