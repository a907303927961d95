package dev.roomline.download;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses that are not public, and what each is used for. */
final class ReservedAddresses {
  static final String METADATA = "a cloud's metadata address";

  private record Kind(CidrBlock cidrBlock, String description) {}

  private static final CidrBlock PUBLIC_SIX = CidrBlock.of("2000::/3");

  private static final List<Kind> KINDS = List.of(
      kind("0.0.0.0/8", "an address of this machine"),
      kind("10.0.0.0/8", "a private address"),
      kind("100.64.0.0/10", "a carrier's internal address"),
      kind("127.0.0.0/8", "a loopback address"),
      kind("169.254.0.0/16", "a link-local address"),
      kind("172.16.0.0/12", "a private address"),
      kind("192.0.0.0/24", "a reserved address"),
      kind("192.0.2.0/24", "an address for examples"),
      kind("192.88.99.0/24", "a relay's address"),
      kind("192.168.0.0/16", "a private address"),
      kind("198.18.0.0/15", "an address for benchmarks"),
      kind("198.51.100.0/24", "an address for examples"),
      kind("203.0.113.0/24", "an address for examples"),
      kind("224.0.0.0/4", "a multicast address"),
      kind("240.0.0.0/4", "a reserved address"),
      kind("::/128", "an address of this machine"),
      kind("::1/128", "a loopback address"),
      kind("::/96", "an embedded IPv4 address"),
      new Kind(EmbeddedIpv4.MAPPED, "an embedded IPv4 address"),
      new Kind(EmbeddedIpv4.NAT64, "an embedded IPv4 address"),
      new Kind(EmbeddedIpv4.NAT64_LOCAL, "an embedded IPv4 address"),
      kind("100::/64", "a reserved address"),
      new Kind(EmbeddedIpv4.TEREDO, "a tunnel's address"),
      kind("2001::/23", "a reserved address"),
      kind("2001:db8::/32", "an address for examples"),
      new Kind(EmbeddedIpv4.SIX_TO_FOUR, "a tunnel's address"),
      kind("3fff::/20", "an address for examples"),
      kind("fc00::/7", "a private address"),
      kind("fe80::/10", "a link-local address"),
      kind("fec0::/10", "a private address"),
      kind("ff00::/8", "a multicast address"));

  /** Metadata services of clouds, which return keys without a login; one has a public address. */
  private static final List<CidrBlock> METADATA_SERVICES = List.of(
      CidrBlock.of("169.254.169.254"),
      CidrBlock.of("169.254.170.2"),
      CidrBlock.of("169.254.170.23"),
      CidrBlock.of("100.100.100.200"),
      CidrBlock.of("168.63.129.16"),
      CidrBlock.of("192.0.0.192"),
      CidrBlock.of("fd00:ec2::254"),
      CidrBlock.of("fd00:ec2::23"),
      CidrBlock.of("fd20:ce::254"));

  private ReservedAddresses() {}

  /** What this address is instead of public, or null if it is public. */
  static @Nullable String kind(byte[] address) {
    if (METADATA_SERVICES.stream().anyMatch(cidrBlock -> cidrBlock.holds(address))) return METADATA;
    for (var kind : KINDS) if (kind.cidrBlock.holds(address)) return kind.description;
    return address.length == 16 && !PUBLIC_SIX.holds(address) ? "a reserved address" : null;
  }

  /** The address and every IPv4 address embedded in it: a connection may reach either. */
  static List<byte[]> forms(byte[] address) {
    var forms = new ArrayList<byte[]>();
    forms.add(address);
    if (address.length == 16) forms.addAll(EmbeddedIpv4.in(address));
    return forms;
  }

  private static Kind kind(String block, String description) {
    return new Kind(CidrBlock.of(block), description);
  }
}
