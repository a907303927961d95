package dev.roomline.download;

import java.net.InetAddress;
import java.util.List;

/** Where a fetch stands: on its way to a target, before open doors, or at its end. */
sealed interface Step permits Target, Step.Admitted, Fetched {

  /** These addresses, and no others, may be connected to; nobody asks for the name again. */
  record Admitted(Target target, List<InetAddress> addresses) implements Step {}
}
