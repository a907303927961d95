package dev.roomline.render;

import java.io.IOException;

/**
 * A way to misbehave.
 *
 * @param early whether it begins before the request is read
 */
record Fault(boolean early, Conduct conduct) {

  /** Acts on a client that would normally receive these bytes. */
  interface Conduct {
    void towards(RawConnection rawConnection, byte[] well) throws IOException;
  }

  /** The port is unused. */
  static final Fault NOBODY_LISTENS =
      new Fault(true, (rawConnection, well) -> rawConnection.reset());

  static Fault early(Conduct conduct) {
    return new Fault(true, conduct);
  }

  static Fault late(Conduct conduct) {
    return new Fault(false, conduct);
  }
}
