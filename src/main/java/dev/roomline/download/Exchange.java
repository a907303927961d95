package dev.roomline.download;

import dev.roomline.download.Fetched.Absent;
import dev.roomline.download.Fetched.Failed;
import dev.roomline.download.Step.Admitted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** One request and its answer: a picture, a way on, or why neither. */
final class Exchange {
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final Line line;
  private final Watch watch;
  private final Download download;
  private final Trouble trouble;

  Exchange(Line line, Watch watch, Download download, Trouble trouble) {
    this.line = line;
    this.watch = watch;
    this.download = download;
    this.trouble = trouble;
  }

  /** Tries one address after the other until somebody answers. */
  Step with(Admitted admitted) {
    var target = admitted.target();
    Step step = new Failed("there is no address for the name " + target.host());
    for (var address : admitted.addresses()) {
      try {
        return ask(target, address);
      } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException e) {
        step = trouble.with(target, e);
        if (watch.isOver() || Thread.currentThread().isInterrupted()) return step;
      } catch (IOException e) {
        return trouble.with(target, e);
      }
    }
    return step;
  }

  private Step ask(Target target, InetAddress address) throws IOException {
    var get = line.request(target, watch.left());
    var portion = download.portion();
    if (!portion.whole()) get.setHeader("Range", "bytes=0-" + (portion.bytes() - 1));
    watch.keep(get);
    try {
      return judge(line.send(get, target, address), target);
    } finally {
      // Hangs up unless all was read; closing the answer would read all that is left of it.
      get.cancel();
    }
  }

  private Step judge(ClassicHttpResponse answer, Target target) throws IOException {
    var status = answer.getCode();
    var part = status == 206 && !download.portion().whole();
    if (status == 200 || part) return download.from(target.host(), answer.getEntity());
    var words = target.host() + " answered " + status;
    if (MOVED.contains(status)) {
      var location = answer.getFirstHeader("Location");
      return location == null
              || location.getValue() == null
              || location.getValue().isBlank()
          ? new Failed(words + " and not where to go")
          : target.follow(location.getValue());
    }
    return status >= 400 && status < 500 && !LATER.contains(status)
        ? new Absent(status, words)
        : new Failed(words);
  }
}
