package dev.roomline.endpoint;

import dev.roomline.domain.DaemonThreads;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/** Looks up a host's addresses; the one that took the last connection comes first. */
final class HostAddresses {
  private final DnsResolver names;
  private volatile @Nullable InetAddress lastConnected;

  HostAddresses(DnsResolver names) {
    this.names = names;
  }

  /** All addresses of a host, unless the lookup takes too long. An interrupt ends it and is kept. */
  InetAddress[] find(String host, Duration patience) throws UnknownHostException {
    try {
      var found = DaemonThreads.call("lookup", () -> names.resolve(host), patience);
      if (found == null || found.length == 0) throw new UnknownHostException(host);
      return Stream.of(found)
          .sorted(Comparator.comparing(address -> !address.equals(lastConnected)))
          .toArray(InetAddress[]::new);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    } catch (ExecutionException | TimeoutException e) {
      throw new UnknownHostException(host);
    }
  }

  void connected(InetAddress address) {
    lastConnected = address;
  }
}
