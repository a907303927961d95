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

/** Describes network errors without repeating text of a foreign server or a signature. */
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
    return new Failed("the picture was not complete after " + DurationText.of(timeout.deadline()));
  }

  static Failed interrupted() {
    return new Failed("the download was stopped because the run is ending");
  }

  private String message(IOException trouble) {
    if (trouble instanceof ConnectTimeoutException) {
      return "cannot be reached within " + DurationText.of(settings.connect());
    }
    if (trouble instanceof NoRouteToHostException) return "cannot be reached from here";
    if (trouble instanceof ConnectException) return "accepts no connection";
    if (trouble instanceof SocketTimeoutException) {
      return "sent nothing for " + DurationText.of(settings.stall());
    }
    if (trouble instanceof SSLException) {
      return "has no trusted certificate or encryption";
    }
    if (trouble instanceof ClientProtocolException) return "does not answer in plain HTTP";
    return "closed the connection (" + trouble.getClass().getSimpleName() + ")";
  }
}
