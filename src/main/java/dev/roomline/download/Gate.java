package dev.roomline.download;

import dev.roomline.download.Fetched.Failed;
import dev.roomline.download.Fetched.Forbidden;
import dev.roomline.download.Step.Admitted;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks once where a target lives and judges every answer; one bad answer refuses the lot. */
final class Gate {
  private static final Set<String> METADATA =
      Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");

  private static final String NO_PICTURES = "pictures never live there; find out who gave it";

  private final Guests guests;
  private final Lookup lookup;

  Gate(Guests guests, Lookup lookup) {
    this.guests = guests;
    this.lookup = lookup;
  }

  Step admit(Target target, Duration patience) throws InterruptedException {
    var host = target.host();
    if (!guests.know(target)) {
      if (METADATA.contains(host))
        return new Forbidden(host + " is " + Reserved.METADATA, NO_PICTURES);
      if (isThisMachine(host)) return forbidden(host + " is this machine", host);
    }
    try {
      var addresses = lookup.find(host, patience);
      for (var address : addresses) {
        var objection = objection(target, address);
        if (objection == null) continue;
        var words = found(host, address) + " is " + objection;
        return objection.equals(Reserved.METADATA)
            ? new Forbidden(words, NO_PICTURES)
            : forbidden(words, host);
      }
      return new Admitted(target, addresses);
    } catch (UnknownHostException e) {
      return new Failed("there is no address for the name " + host);
    } catch (TimeoutException e) {
      return new Failed("nobody told the address of " + host + " in time");
    }
  }

  /** What the address is that keeps us from connecting there, or null. */
  @Nullable
  String objection(Target target, InetAddress address) {
    for (var form : Reserved.forms(address.getAddress())) {
      var kind = Reserved.kind(form);
      if (kind == null) continue;
      var welcome = kind.equals(Reserved.METADATA)
          ? guests.mean(form)
          : guests.know(target) || guests.mayLiveAt(form);
      if (!welcome) return kind;
    }
    return null;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private static String found(String host, InetAddress address) {
    var number = address.getHostAddress();
    return number.equals(host) ? host : host + " lives at " + number + ", which";
  }

  private static Forbidden forbidden(String words, String host) {
    return new Forbidden(
        words, "if it is yours, name " + host + " under " + FetchSettings.ALLOW + " in the sheet");
  }
}
