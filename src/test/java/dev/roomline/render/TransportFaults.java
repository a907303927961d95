package dev.roomline.render;

import java.util.Arrays;
import java.util.List;

/** Faults below HTTP. */
final class TransportFaults {
  private static final String KEPT = "Rendered/Kept";
  private static final String MISSING = "Rendered/Missing";
  /** A reset while the request is being sent; a request that certainly was not sent is repeated. */
  private static final String EITHER = "Unsure or NotSent";

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n";

  private TransportFaults() {}

  static List<FaultRow> rows() {
    return List.of(
        silence("a refused connection", Fault.NOBODY_LISTENS).create("NotSent", 0, 0),
        silence(
                "a reset before the request",
                Fault.early((rawConnection, well) -> rawConnection.reset()))
            .create(EITHER, 0, 0),
        silence("a reset during the request", Fault.early((rawConnection, well) -> {
              rawConnection.head();
              rawConnection.reset();
            }))
            .create(EITHER, 0, 0),
        silence(
                "never read",
                Fault.early((rawConnection, well) -> rawConnection.stallWithoutReading()))
            .create("Unsure", 0, 0),
        new FaultRow(
                "one reset before the request",
                Fault.early((rawConnection, well) -> rawConnection.reset()))
            .times(1)
            .create("Unsure or Rendered/Kept", 0, 1)
            .collect(KEPT)
            .upload(KEPT)
            .download(KEPT),
        unanswered("a reset after the request", (rawConnection, well) -> rawConnection.reset()),
        unanswered("closed without an answer", (rawConnection, well) -> {}),
        unanswered("accepted, never answered", (rawConnection, well) -> rawConnection.stall()),
        unanswered(
            "a head byte by byte",
            (rawConnection, well) -> rawConnection.writeSlowly(HEAD + "\r\n")),
        unanswered("half a head", (rawConnection, well) -> rawConnection.say(HEAD)),
        unanswered("half a head, then silence", (rawConnection, well) -> {
          rawConnection.say(HEAD);
          rawConnection.stall();
        }),
        unanswered(
            "no HTTP", (rawConnection, well) -> rawConnection.say("220 mail.example ESMTP\r\n")),
        unanswered("a head and silence", (rawConnection, well) -> {
          rawConnection.say(HEAD + "\r\n");
          rawConnection.stall();
        }),
        unanswered("a body that stalls", (rawConnection, well) -> {
          rawConnection.say("HTTP/1.1 200 OK\r\nContent-Length: " + well.length + "\r\n\r\n");
          rawConnection.say(Arrays.copyOf(well, well.length / 2));
          rawConnection.stall();
        }),
        unanswered("a reset within the body", (rawConnection, well) -> {
          rawConnection.say("HTTP/1.1 200 OK\r\nContent-Length: " + well.length + "\r\n\r\n");
          rawConnection.say(Arrays.copyOf(well, well.length / 2));
          rawConnection.reset();
        }),
        once("one reset", (rawConnection, well) -> rawConnection.reset()),
        once("one silence", (rawConnection, well) -> rawConnection.stall()));
  }

  private static FaultRow silence(String name, Fault fault) {
    return new FaultRow(name, fault).collect("Accepted").upload("NotSent").download(MISSING);
  }

  private static FaultRow unanswered(String name, Fault.Conduct conduct) {
    return silence(name, Fault.late(conduct)).create("Unsure");
  }

  private static FaultRow once(String name, Fault.Conduct conduct) {
    return new FaultRow(name, Fault.late(conduct))
        .times(1)
        .create("Unsure")
        .collect(KEPT)
        .upload(KEPT)
        .download(KEPT);
  }
}
