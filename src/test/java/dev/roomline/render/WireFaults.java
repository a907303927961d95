package dev.roomline.render;

import java.util.Arrays;
import java.util.List;

/** Trouble below HTTP. */
final class WireFaults {
  private static final String KEPT = "Rendered/Kept";
  private static final String MISSING = "Rendered/Missing";
  /** A reset while the request is on its way: what surely did not leave is sent again. */
  private static final String EITHER = "Unsure or NotSent";

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n";

  private WireFaults() {}

  static List<Row> rows() {
    return List.of(
        silence("a refused connection", Fault.NOBODY_LISTENS).create("NotSent", 0, 0),
        silence("a reset before the request", Fault.early((caller, well) -> caller.reset()))
            .create(EITHER, 0, 0),
        silence("a reset during the request", Fault.early((caller, well) -> {
              caller.head();
              caller.reset();
            }))
            .create(EITHER, 0, 0),
        silence("never read", Fault.early((caller, well) -> caller.fallSilentUnread()))
            .create("Unsure", 0, 0),
        new Row("one reset before the request", Fault.early((caller, well) -> caller.reset()))
            .times(1)
            .create("Unsure or Rendered/Kept", 0, 1)
            .collect(KEPT)
            .upload(KEPT)
            .download(KEPT),
        unanswered("a reset after the request", (caller, well) -> caller.reset()),
        unanswered("closed without an answer", (caller, well) -> {}),
        unanswered("accepted, never answered", (caller, well) -> caller.fallSilent()),
        unanswered("a head byte by byte", (caller, well) -> caller.trickle(HEAD + "\r\n")),
        unanswered("half a head", (caller, well) -> caller.say(HEAD)),
        unanswered("half a head, then silence", (caller, well) -> {
          caller.say(HEAD);
          caller.fallSilent();
        }),
        unanswered("no HTTP", (caller, well) -> caller.say("220 mail.example ESMTP\r\n")),
        unanswered("a head and silence", (caller, well) -> {
          caller.say(HEAD + "\r\n");
          caller.fallSilent();
        }),
        unanswered("a body that stalls", (caller, well) -> {
          caller.say("HTTP/1.1 200 OK\r\nContent-Length: " + well.length + "\r\n\r\n");
          caller.say(Arrays.copyOf(well, well.length / 2));
          caller.fallSilent();
        }),
        unanswered("a reset within the body", (caller, well) -> {
          caller.say("HTTP/1.1 200 OK\r\nContent-Length: " + well.length + "\r\n\r\n");
          caller.say(Arrays.copyOf(well, well.length / 2));
          caller.reset();
        }),
        once("one reset", (caller, well) -> caller.reset()),
        once("one silence", (caller, well) -> caller.fallSilent()));
  }

  private static Row silence(String name, Fault fault) {
    return new Row(name, fault).collect("Accepted").upload("NotSent").download(MISSING);
  }

  private static Row unanswered(String name, Fault.Conduct conduct) {
    return silence(name, Fault.late(conduct)).create("Unsure");
  }

  private static Row once(String name, Fault.Conduct conduct) {
    return new Row(name, Fault.late(conduct))
        .times(1)
        .create("Unsure")
        .collect(KEPT)
        .upload(KEPT)
        .download(KEPT);
  }
}
