package dev.roomline.download;

import dev.roomline.download.DownloadResult.Absent;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.Step.Admitted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** One request and its answer: a picture, a redirect, or an error. */
final class Exchange {
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final PinnedHttpClient client;
  private final DownloadTimeout timeout;
  private final BodyWriter bodyWriter;
  private final NetworkErrors networkErrors;

  Exchange(
      PinnedHttpClient client,
      DownloadTimeout timeout,
      BodyWriter bodyWriter,
      NetworkErrors networkErrors) {
    this.client = client;
    this.timeout = timeout;
    this.bodyWriter = bodyWriter;
    this.networkErrors = networkErrors;
  }

  /** Tries one address after the other until one answers. */
  Step with(Admitted admitted) {
    var url = admitted.url();
    Step step = new Failed("unknown host name " + url.host());
    for (var address : admitted.addresses()) {
      try {
        return ask(url, address);
      } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException e) {
        step = networkErrors.with(url, e);
        if (timeout.isOver() || Thread.currentThread().isInterrupted()) return step;
      } catch (IOException e) {
        return networkErrors.with(url, e);
      }
    }
    return step;
  }

  private Step ask(DownloadUrl url, InetAddress address) throws IOException {
    var get = client.request(url, timeout.left());
    var portion = bodyWriter.portion();
    if (!portion.whole()) get.setHeader("Range", "bytes=0-" + (portion.bytes() - 1));
    timeout.watch(get);
    try {
      return judge(client.send(get, url, address), url);
    } finally {
      // Closes the connection unless all was read; closing the answer would read the rest of it.
      get.cancel();
    }
  }

  private Step judge(ClassicHttpResponse answer, DownloadUrl url) throws IOException {
    var status = answer.getCode();
    var part = status == 206 && !bodyWriter.portion().whole();
    if (status == 200 || part) return bodyWriter.from(url.host(), answer.getEntity());
    var reason = url.host() + " answered " + status;
    if (MOVED.contains(status)) {
      var location = answer.getFirstHeader("Location");
      return location == null
              || location.getValue() == null
              || location.getValue().isBlank()
          ? new Failed(reason + " without a target")
          : url.follow(location.getValue());
    }
    return status >= 400 && status < 500 && !LATER.contains(status)
        ? new Absent(status, reason)
        : new Failed(reason);
  }
}
