package dev.roomline.download;

import java.net.InetAddress;
import java.util.List;

/** Where a fetch stands: on its way to a target, before open doors, or at its end. */
sealed interface Step permits DownloadUrl, Step.Admitted, DownloadResult {

  /** These addresses, and no others, may be connected to; the name is not looked up again. */
  record Admitted(DownloadUrl url, List<InetAddress> addresses) implements Step {}
}
