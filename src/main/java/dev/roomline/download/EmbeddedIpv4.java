package dev.roomline.download;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds IPv4 addresses embedded in IPv6 ones: translators and tunnels connect to them. */
final class EmbeddedIpv4 {
  static final CidrBlock MAPPED = mapped();
  static final CidrBlock NAT64 = CidrBlock.of("64:ff9b::/96");
  static final CidrBlock NAT64_LOCAL = CidrBlock.of("64:ff9b:1::/48");
  static final CidrBlock SIX_TO_FOUR = CidrBlock.of("2002::/16");
  static final CidrBlock TEREDO = CidrBlock.of("2001::/32");
  private static final CidrBlock COMPATIBLE = CidrBlock.of("::/96");
  private static final CidrBlock HARDLY_COMPATIBLE = CidrBlock.of("::/127"); // :: and ::1

  private EmbeddedIpv4() {}

  static List<byte[]> in(byte[] six) {
    var found = new ArrayList<byte[]>();
    if (MAPPED.holds(six) || NAT64.holds(six) || isIsatap(six))
      found.add(four(six, 12, 13, 14, 15));
    if (COMPATIBLE.holds(six) && !HARDLY_COMPATIBLE.holds(six))
      found.add(four(six, 12, 13, 14, 15));
    if (SIX_TO_FOUR.holds(six)) found.add(four(six, 2, 3, 4, 5));
    if (NAT64_LOCAL.holds(six)) {
      found.add(four(six, 12, 13, 14, 15));
      found.add(four(six, 6, 7, 9, 10));
    }
    if (TEREDO.holds(six)) {
      found.add(four(six, 4, 5, 6, 7));
      var turned = six.clone();
      for (var i = 12; i < 16; i++) turned[i] = (byte) ~turned[i];
      found.add(four(turned, 12, 13, 14, 15));
    }
    return found;
  }

  private static boolean isIsatap(byte[] six) {
    return (six[8] & ~2) == 0 && Arrays.equals(six, 9, 12, new byte[] {0, 0x5e, -2}, 0, 3);
  }

  // No text is plain enough for it, and the JDK would make an IPv4 address of it.
  private static CidrBlock mapped() {
    try {
      var bytes = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0};
      return new CidrBlock(Inet6Address.getByAddress(null, bytes, -1), 96);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] four(byte[] six, int... places) {
    var four = new byte[4];
    for (var i = 0; i < four.length; i++) four[i] = six[places[i]];
    return four;
  }
}
