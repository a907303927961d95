package dev.roomline.download;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A block of addresses: those that begin with the same bits. */
record CidrBlock(InetAddress network, int bits) {

  static CidrBlock of(String text) {
    var cidrBlock = read(text);
    if (cidrBlock == null) throw new IllegalArgumentException(text);
    return cidrBlock;
  }

  /** An address or {@code address/bits}; null if it is neither. */
  static @Nullable CidrBlock read(String text) {
    var slash = text.indexOf('/');
    var network = IpLiteral.read(slash < 0 ? text : text.substring(0, slash));
    if (network == null) return null;
    var most = network.getAddress().length * 8;
    if (slash < 0) return new CidrBlock(network, most);
    var bits = text.substring(slash + 1);
    if (!bits.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(bits) > most) return null;
    return new CidrBlock(network, Integer.parseInt(bits));
  }

  boolean isOneAddress() {
    return bits == network.getAddress().length * 8;
  }

  boolean holds(byte[] address) {
    var ours = network.getAddress();
    if (address.length != ours.length) return false;
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> (bit % 8);
      if (((address[bit / 8] ^ ours[bit / 8]) & mask) != 0) return false;
    }
    return true;
  }
}
