package dev.roomline.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadResult.Forbidden;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/** What the download tests share: short limits, made-up host names, one download and its file. */
final class DownloadFixture {
  static final Duration LONG = Duration.ofSeconds(20);
  static final Duration SHORT = Duration.ofMillis(300);
  static final long MAX_BYTES = 1000;

  private DownloadFixture() {}

  static DownloadSettings trusting(LoopbackServer... servers) {
    return patient(LONG, LONG, servers);
  }

  static DownloadSettings patient(Duration stall, Duration deadline, LoopbackServer... servers) {
    var origins = Arrays.stream(servers).map(LoopbackServer::origin).collect(Collectors.toSet());
    return new DownloadSettings(origins, List.of(), MAX_BYTES, LONG, stall, deadline);
  }

  static DownloadSettings allowing(String... entries) {
    return new DownloadSettings(Set.of(), List.of(entries), MAX_BYTES, LONG, LONG, LONG);
  }

  static DownloadResult fetch(DownloadSettings settings, String url) throws IOException {
    return fetch(settings, new Names("127.0.0.1"), url);
  }

  static DownloadResult fetch(DownloadSettings settings, DnsResolver names, String url)
      throws IOException {
    var file = Files.createTempFile("fetched", null);
    try (var downloader = new Downloader(settings, names)) {
      return downloader.fetch(url, file);
    } finally {
      Files.delete(file);
    }
  }

  static void assertForbidden(DownloadResult download, String words) {
    assertThat(download)
        .isInstanceOfSatisfying(Forbidden.class, it -> assertThat(it.reason()).contains(words));
  }

  /** Every name resolves to these addresses, the first time it is asked for at the first and so on. */
  static class Names implements DnsResolver {
    final AtomicInteger asked = new AtomicInteger();
    private final List<String> answers;

    /** Each answer is one address, or several with blanks between. */
    Names(String... answers) {
      this.answers = List.of(answers);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var answer = answers.get(Math.min(asked.getAndIncrement(), answers.size() - 1));
      if (answer.isEmpty()) throw new UnknownHostException(host);
      var found = answer.split(" ");
      var addresses = new InetAddress[found.length];
      for (var i = 0; i < found.length; i++) addresses[i] = InetAddress.getByName(found[i]);
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
