package dev.roomline.download;

import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Forbidden;
import dev.roomline.download.Step.Admitted;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks up a host's addresses once and checks each; one forbidden address refuses the host. */
final class SsrfGuard {
  private static final Set<String> METADATA =
      Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");

  private static final String NO_PICTURES =
      "it never holds pictures; find out where this address comes from";

  private final AllowList allowed;
  private final DnsLookup dnsLookup;

  SsrfGuard(AllowList allowed, DnsLookup dnsLookup) {
    this.allowed = allowed;
    this.dnsLookup = dnsLookup;
  }

  Step admit(DownloadUrl url, Duration patience) throws InterruptedException {
    var host = url.host();
    if (!allowed.trusts(url)) {
      if (METADATA.contains(host))
        return new Forbidden(host + " is " + ReservedAddresses.METADATA, NO_PICTURES);
      if (isThisMachine(host)) return forbidden(host + " is this machine", host);
    }
    try {
      var addresses = dnsLookup.find(host, patience);
      for (var address : addresses) {
        var objection = objection(url, address);
        if (objection == null) continue;
        var reason = found(host, address) + " is " + objection;
        return objection.equals(ReservedAddresses.METADATA)
            ? new Forbidden(reason, NO_PICTURES)
            : forbidden(reason, host);
      }
      return new Admitted(url, addresses);
    } catch (UnknownHostException e) {
      return new Failed("unknown host name " + host);
    } catch (TimeoutException e) {
      return new Failed("the address of " + host + " was not found in time");
    }
  }

  /** Why the address is forbidden, or null if it is allowed. */
  @Nullable
  String objection(DownloadUrl url, InetAddress address) {
    for (var form : ReservedAddresses.forms(address.getAddress())) {
      var kind = ReservedAddresses.kind(form);
      if (kind == null) continue;
      var welcome = kind.equals(ReservedAddresses.METADATA)
          ? allowed.namesAddress(form)
          : allowed.trusts(url) || allowed.allowsAddress(form);
      if (!welcome) return kind;
    }
    return null;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private static String found(String host, InetAddress address) {
    var number = address.getHostAddress();
    return number.equals(host) ? host : host + " resolves to " + number + ", which";
  }

  private static Forbidden forbidden(String reason, String host) {
    return new Forbidden(
        reason,
        "if it is yours, add " + host + " to " + DownloadSettings.ALLOW + " in the job file");
  }
}
