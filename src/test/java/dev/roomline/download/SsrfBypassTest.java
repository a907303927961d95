package dev.roomline.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadResult.Forbidden;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name resolves to loopback here, so that each bypass ends at the canary. */
class SsrfBypassTest {
  private static LoopbackServer canary;

  @BeforeAll
  static void open() throws IOException {
    canary = LoopbackServer.neverToBeCalled();
  }

  @AfterAll
  static void close() throws IOException {
    canary.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the plain ones
        "http://127.0.0.1:PORT/",
        "http://127.255.255.254:PORT/",
        "HTTP://127.0.0.1:PORT/",
        "https://127.0.0.1:PORT/",
        "http://0.0.0.0:PORT/",
        "http://0.1.2.3:PORT/",
        "http://10.0.0.1:PORT/",
        "http://172.16.0.1:PORT/",
        "http://172.31.255.255:PORT/",
        "http://192.168.1.1:PORT/",
        "http://100.64.0.1:PORT/",
        "http://100.100.100.200/latest/meta-data/",
        "http://169.254.169.254/latest/meta-data/",
        "http://169.254.169.254:80/latest/meta-data/",
        "http://168.63.129.16/metadata",
        "http://192.0.0.192/opc/v2/",
        "http://192.0.2.1:PORT/",
        "http://192.88.99.1:PORT/",
        "http://198.18.0.1:PORT/",
        "http://198.51.100.1:PORT/",
        "http://203.0.113.1:PORT/",
        "http://224.0.0.1:PORT/",
        "http://240.0.0.1:PORT/",
        "http://255.255.255.255:PORT/",
        // numbers that look otherwise
        "http://2130706433:PORT/",
        "http://017700000001:PORT/",
        "http://0x7f000001:PORT/",
        "http://0X7F000001:PORT/",
        "http://0x7f.0.0.1:PORT/",
        "http://0x7f.0x0.0x0.0x1:PORT/",
        "http://0177.0.0.1:PORT/",
        "http://0177.0000.0000.0001:PORT/",
        "http://127.1:PORT/",
        "http://127.0.1:PORT/",
        "http://127.0x1:PORT/",
        "http://127.0.0.01:PORT/",
        "http://127.0.0.1.:PORT/",
        "http://127.0.0.1..:PORT/",
        "http://127..0.0.1:PORT/",
        "http://0:PORT/",
        "http://0x:PORT/",
        "http://00:PORT/",
        "http://256.256.256.256:PORT/",
        "http://4294967297:PORT/",
        "http://383.0.0.1:PORT/",
        "http://127.0.0.1.1:PORT/",
        "http://1.2.3:PORT/",
        // IPv6
        "http://[::1]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/",
        "http://[::]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::ffff:7f00:1]:PORT/",
        "http://[::FFFF:7F00:1]:PORT/",
        "http://[0:0:0:0:0:ffff:7f00:1]:PORT/",
        "http://[::ffff:8.8.8.8]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://[::7f00:1]:PORT/",
        "http://[::ffff:0:127.0.0.1]:PORT/",
        "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::7f00:1]:PORT/",
        "http://[2002:7f00:1::]:PORT/",
        "http://[2001:0:7f00:1::]:PORT/",
        "http://[2001:db8::1]:PORT/",
        "http://[100::1]:PORT/",
        "http://[fc00::1]:PORT/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]:PORT/",
        "http://[fe80::1%25eth0]:PORT/",
        "http://[fe80::1%eth0]:PORT/",
        "http://[::1%251]:PORT/",
        "http://[::1%25lo]:PORT/",
        "http://[fec0::1]:PORT/",
        "http://[ff02::1]:PORT/",
        "http://[5f00::1]:PORT/",
        "http://[::1:PORT/",
        "http://::1:PORT/",
        "http://::1/",
        "http://[[::1]]:PORT/",
        "http://[127.0.0.1]:PORT/",
        "http://[localhost]:PORT/",
        "http://[::1]x:PORT/",
        "http://[v1.::1]:PORT/",
        // names
        "http://localhost:PORT/",
        "http://LocalHost:PORT/",
        "http://localhost.:PORT/",
        "http://pictures.localhost:PORT/",
        "http://localhost.localdomain:PORT/",
        "http://ip6-localhost:PORT/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://METADATA.google.internal/computeMetadata/v1/",
        "http://metadata/",
        "http://instance-data/latest/meta-data/",
        "http://127.0.0.1.nip.example:PORT/",
        "http://pictures.example:PORT/",
        "http://pictures.example.:PORT/",
        "http://.pictures.example:PORT/",
        "http://pictures..example:PORT/",
        // users
        "http://good@127.0.0.1:PORT/",
        "http://good.example@169.254.169.254/",
        "http://good:word@localhost:PORT/",
        "http://good.example:80@127.0.0.1:PORT/",
        "http://@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT@good.example/",
        "http://good.example%40127.0.0.1:PORT/",
        "http://good.example%00@127.0.0.1:PORT/",
        // where does the host end?
        "http://127.0.0.1:PORT\\@good.example/",
        "http://good.example\\@127.0.0.1:PORT/",
        "http:/\\127.0.0.1:PORT/",
        "http:\\\\127.0.0.1:PORT/",
        "http:/127.0.0.1:PORT/",
        "http:127.0.0.1:PORT/",
        "http:///127.0.0.1:PORT/",
        "http:////127.0.0.1:PORT/",
        "//127.0.0.1:PORT/",
        "127.0.0.1:PORT/",
        "http://",
        "http://:PORT/",
        "http://?@127.0.0.1:PORT/",
        "http://#@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT;good.example/",
        "http://127.0.0.1,good.example:PORT/",
        // ports
        "http://127.0.0.1:PORT:80/",
        "http://127.0.0.1:80:PORT/",
        "http://pictures.example:0/",
        "http://pictures.example:65536/",
        "http://pictures.example:99999999999/",
        "http://pictures.example:-1/",
        "http://pictures.example:+PORT/",
        "http://pictures.example:0PORT/",
        "http://pictures.example:/",
        "http://pictures.example:0x50/",
        "http://pictures.example:٨٠/",
        // encodings
        "http://127%2e0%2e0%2e1:PORT/",
        "http://%31%32%37.0.0.1:PORT/",
        "http://%6cocalhost:PORT/",
        "http://localhost%00.good.example:PORT/",
        "http://127.0.0.1%23.good.example:PORT/",
        "http://１２７.０.０.１:PORT/",
        "http://127。0。0。1:PORT/",
        "http://127．0．0．1:PORT/",
        "http://127｡0｡0｡1:PORT/",
        "http://①②⑦.⓪.⓪.①:PORT/",
        "http://١٢٧.٠.٠.١:PORT/",
        "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/",
        "http://ｌｏｃａｌｈｏｓｔ:PORT/",
        "http://loc\u00adalhost:PORT/",
        "http://local\u200bhost:PORT/",
        "http://good.example／@127.0.0.1:PORT/",
        // blanks and line ends
        " http://127.0.0.1:PORT/",
        "http://127.0.0.1:PORT/ ",
        "http:// 127.0.0.1:PORT/",
        "http://127.0.0.1 :PORT/",
        "http://good.example 127.0.0.1:PORT/",
        "ht\ttp://127.0.0.1:PORT/",
        "http://127.0.0.1\t:PORT/",
        "http://127.0.0.1:PORT/\r\nHost: good.example",
        "http://127.0.0.1:PORT/a\nb",
        "http://pictures.example:PORT/a\r\n\r\nGET /b",
        "http://127.0.0.1:PORT/\u0000",
        "http://127.0.0.1\u00a0:PORT/",
        "http://127.0.0.1:PORT/\u2028",
        "http://pictures.example:PORT/\ud800",
        "",
        // other schemes
        "file:///etc/passwd",
        "file://127.0.0.1/etc/passwd",
        "ftp://127.0.0.1:PORT/",
        "gopher://127.0.0.1:PORT/_GET%20/",
        "dict://127.0.0.1:PORT/",
        "ldap://127.0.0.1:PORT/",
        "jar:http://127.0.0.1:PORT/a.jar!/b",
        "jar:file:///a.jar!/b",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "blob:http://127.0.0.1:PORT/",
        "view-source:http://127.0.0.1:PORT/",
        "url:http://127.0.0.1:PORT/",
        "ws://127.0.0.1:PORT/",
        "httpx://127.0.0.1:PORT/",
        "mailto:a@127.0.0.1"
      })
  void refusesWhatWouldLeadInwards(String trick) throws IOException {
    var url = trick.replace("PORT", "" + canary.port());

    var download = DownloadFixture.fetch(DownloadSettings.usual(Set.of(), List.of()), url);

    assertThat(download).isInstanceOf(Forbidden.class);
    assertThat(canary.connections.getAndSet(0)).isZero();
  }
}
