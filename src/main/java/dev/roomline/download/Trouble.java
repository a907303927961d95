package dev.roomline.download;

import dev.roomline.download.Fetched.Failed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Says what went wrong on the network without repeating what a stranger or a signature says. */
final class Trouble {
  private final FetchSettings settings;
  private final Watch watch;

  Trouble(FetchSettings settings, Watch watch) {
    this.settings = settings;
    this.watch = watch;
  }

  Failed with(Target target, IOException trouble) {
    if (watch.isOver()) return late();
    if (Thread.currentThread().isInterrupted()) return interrupted();
    return new Failed(target.host() + " " + words(trouble));
  }

  Failed late() {
    return new Failed("the picture was not complete after " + spoken(settings.deadline()));
  }

  static Failed interrupted() {
    return new Failed("the download was given up because the run is stopping");
  }

  private String words(IOException trouble) {
    if (trouble instanceof ConnectTimeoutException) {
      return "cannot be reached within " + spoken(settings.connect());
    }
    if (trouble instanceof NoRouteToHostException) return "cannot be reached from here";
    if (trouble instanceof ConnectException) return "takes no connection";
    if (trouble instanceof SocketTimeoutException) {
      return "fell silent for " + spoken(settings.stall());
    }
    if (trouble instanceof SSLException) {
      return "has no certificate or encryption to be trusted";
    }
    if (trouble instanceof ClientProtocolException) return "does not answer in plain HTTP";
    return "broke off (" + trouble.getClass().getSimpleName() + ")";
  }

  private static String spoken(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
