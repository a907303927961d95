package dev.roomline.download;

import java.net.InetAddress;
import java.util.List;

/** The state of a download: a target to check, checked addresses, or the result. */
sealed interface Step permits DownloadUrl, Step.Admitted, DownloadResult {

  /** Only these addresses may be connected to; the name is not looked up again. */
  record Admitted(DownloadUrl url, List<InetAddress> addresses) implements Step {}
}
