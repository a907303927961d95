package dev.roomline.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judgements on addresses as names resolve to them; nothing is connected to. */
class SsrfGuardTest {
  private static final DownloadUrl TARGET =
      (DownloadUrl) DownloadUrl.read("https://pictures.example/a.png");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "169.253.255.255",
        "128.0.0.1",
        "168.63.129.17",
        "2606:4700::1111",
        "2a00:1450:4001:81b::200e",
        "2001:4860:4860::8888"
      })
  void publicAddressesAreOpenToAll(String address) throws UnknownHostException {
    assertThat(objection(bytes(address))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, a loopback address",
    "10.255.255.255, a private address",
    "169.254.169.254, a cloud's metadata address",
    "169.254.1.1, a link-local address",
    "100.64.0.1, a carrier's internal address",
    "168.63.129.16, a cloud's metadata address",
    "239.1.1.1, a multicast address",
    "fd12::1, a private address",
    "febf::1, a link-local address",
    "::1, a loopback address",
    "4000::1, a reserved address",
    "2a00:1450::5efe:7f00:1, a loopback address",
  })
  void saysWhatAnAddressIsInstead(String address, String words) throws UnknownHostException {
    assertThat(objection(bytes(address))).isEqualTo(words);
  }

  @Test
  void aMappedAddressFromAResolverIsNotMistakenForAnIpv6Address() throws UnknownHostException {
    var mapped = bytes("::1");
    mapped[10] = mapped[11] = -1;
    mapped[12] = 127;

    assertThat(objection(Inet6Address.getByAddress("h", mapped, -1)))
        .isEqualTo("an embedded IPv4 address");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.2.3",
    "10.0.0.0/9, 10.127.0.1",
    "fd00::/8, fdab::1",
    "127.0.0.1, 127.0.0.1",
    "::1, ::1",
    "0.0.0.0/0, 192.168.0.1",
    "pictures.example, 192.168.0.1",
    "PICTURES.example, fd00::1",
    "64:ff9b::/96, 64:ff9b::808:808",
    "169.254.169.254, 169.254.169.254",
  })
  void theJobFileMayAllow(String entry, String address) throws UnknownHostException {
    assertThat(objection(bytes(address), entry)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/9, 10.128.0.1",
    "10.0.0.1, 10.0.0.2",
    "other.example, 10.0.0.1",
    "example, 10.0.0.1",
    "64:ff9b::/96, 64:ff9b::7f00:1",
    "2002::/16, 2002:a00:1::",
    "2001::/32, 2001:0:808:808::80ff:fffe",
    "64:ff9b:1::/48, 64:ff9b:1:7f00:0:100::",
    "127.0.0.0/8, ::1",
  })
  void whatTheJobFileAllowsGoesNoFurther(String entry, String address) throws UnknownHostException {
    assertThat(objection(bytes(address), entry)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "169.254.0.0/16, 169.254.169.254",
    "fd00::/8, fd00:ec2::254",
    "100.64.0.0/10, 100.100.100.200",
    "0.0.0.0/0, 168.63.129.16",
    "pictures.example, 169.254.169.254",
    "64:ff9b::/96, 64:ff9b::a9fe:a9fe",
  })
  void metadataAddressesAreNotAllowedByAccident(String entry, String address)
      throws UnknownHostException {
    assertThat(objection(bytes(address), entry)).isEqualTo("a cloud's metadata address");
  }

  @Test
  void oneBadAddressRefusesTheLot() throws Exception {
    var names = new DownloadFixture.Names("8.8.8.8 10.0.0.1");
    var dnsLookup = new DnsLookup(names, Duration.ofSeconds(5));
    var guard = new SsrfGuard(AllowList.of(Set.of(), List.of()), dnsLookup);

    assertThat(guard.admit(TARGET, Duration.ofSeconds(5)))
        .isEqualTo(new DownloadResult.Forbidden(
            "pictures.example resolves to 10.0.0.1, which is a private address",
            "if it is yours, add pictures.example to pictures.allow in the job file"));
  }

  private static String objection(byte[] address, String... allowed) throws UnknownHostException {
    return objection(InetAddress.getByAddress("h", address), allowed);
  }

  private static String objection(InetAddress address, String... allowed) {
    var dnsLookup = new DnsLookup(new DownloadFixture.Names(""), Duration.ZERO);
    return new SsrfGuard(AllowList.of(Set.of(), List.of(allowed)), dnsLookup)
        .objection(TARGET, address);
  }

  private static byte[] bytes(String address) throws UnknownHostException {
    return InetAddress.getByName(address).getAddress();
  }
}
