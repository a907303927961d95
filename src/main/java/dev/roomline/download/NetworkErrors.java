package dev.roomline.download;

import dev.roomline.domain.DurationText;
import dev.roomline.download.DownloadResult.Failed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Says what went wrong on the network without repeating what a stranger or a signature says. */
final class NetworkErrors {
  private final DownloadSettings settings;
  private final DownloadTimeout timeout;

  NetworkErrors(DownloadSettings settings, DownloadTimeout timeout) {
    this.settings = settings;
    this.timeout = timeout;
  }

  Failed with(DownloadUrl url, IOException trouble) {
    if (timeout.isOver()) return late();
    if (Thread.currentThread().isInterrupted()) return interrupted();
    return new Failed(url.host() + " " + message(trouble));
  }

  Failed late() {
    return new Failed("the picture was not complete after " + DurationText.of(settings.deadline()));
  }

  static Failed interrupted() {
    return new Failed("the download was given up because the run is stopping");
  }

  private String message(IOException trouble) {
    if (trouble instanceof ConnectTimeoutException) {
      return "cannot be reached within " + DurationText.of(settings.connect());
    }
    if (trouble instanceof NoRouteToHostException) return "cannot be reached from here";
    if (trouble instanceof ConnectException) return "takes no connection";
    if (trouble instanceof SocketTimeoutException) {
      return "fell silent for " + DurationText.of(settings.stall());
    }
    if (trouble instanceof SSLException) {
      return "has no certificate or encryption to be trusted";
    }
    if (trouble instanceof ClientProtocolException) return "does not answer in plain HTTP";
    return "broke off (" + trouble.getClass().getSimpleName() + ")";
  }
}
