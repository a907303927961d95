package dev.roomline.download;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A block of addresses: those that begin with the same bits. */
record Block(InetAddress network, int bits) {

  static Block of(String text) {
    var block = read(text);
    if (block == null) throw new IllegalArgumentException(text);
    return block;
  }

  /** An address or {@code address/bits}; null if it is neither. */
  static @Nullable Block read(String text) {
    var slash = text.indexOf('/');
    var network = Literal.read(slash < 0 ? text : text.substring(0, slash));
    if (network == null) return null;
    var most = network.getAddress().length * 8;
    if (slash < 0) return new Block(network, most);
    var bits = text.substring(slash + 1);
    if (!bits.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(bits) > most) return null;
    return new Block(network, Integer.parseInt(bits));
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
