package dev.roomline.download;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numeric addresses in their plain form, and refuses numbers in unusual forms. */
final class IpLiteral {
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern QUAD = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern SIX = Pattern.compile("[0-9a-f.]*:[0-9a-f.:]+");
  private static final Pattern NUMBER_LAST = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

  private IpLiteral() {}

  /** The address, or null if this is no numeric address in its plain form; never looks up a name. */
  static @Nullable InetAddress read(String host) {
    try {
      if (QUAD.matcher(host).matches()) return InetAddress.getByAddress(host, quad(host));
      if (!SIX.matcher(host).matches()) return null;
      // The JDK makes an IPv4 address of one that is written as IPv6; that form is not plain.
      return InetAddress.getByName("[" + host + "]") instanceof Inet6Address six ? six : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Whether resolvers may take this for a number: 127.1, 0x7f000001, 017700000001 ... */
  static boolean looksNumeric(String host) {
    return NUMBER_LAST.matcher(host).matches();
  }

  private static byte[] quad(String host) {
    var bytes = new byte[4];
    var parts = host.split("\\.", -1);
    for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(parts[i]);
    return bytes;
  }
}
