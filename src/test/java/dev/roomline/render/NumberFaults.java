package dev.roomline.render;

import static dev.roomline.render.CommonFaults.respondsWith;

import java.util.List;

/** Impossible or useless numbers: how long a render takes, how long to wait. */
final class NumberFaults {
  private static final String KEPT = "Rendered/Kept";
  private static final String HEADER = "429 with Retry-After ";

  private NumberFaults() {}

  static List<FaultRow> rows() {
    return List.of(
        eta("negative", "-5"),
        eta("huge", "1e308"),
        eta("beyond a long", "99999999999999999999"),
        eta("fractional", "0.25"),
        eta("textual", "\"soon\""),
        eta("in words", "\"0.3 seconds\""),
        eta("an object", "{\"s\":3}"),
        busy("429 without a pause", "", ""),
        busy(HEADER + "1", "Retry-After: 1\r\n", ""),
        busy(HEADER + "-5", "Retry-After: -5\r\n", ""),
        busy(HEADER + "0.5", "Retry-After: 0.5\r\n", ""),
        busy(HEADER + "soon", "Retry-After: soon\r\n", ""),
        busy(HEADER + "a date gone by", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n", ""),
        busy("429 with retry_after -5", "", ",\"retry_after\":-5"),
        busy("429 with retry_after 0.5", "", ",\"retry_after\":0.5"),
        busy("429 with retry_after soon", "", ",\"retry_after\":\"soon\""),
        patient(HEADER + "1e9", "Retry-After: 1000000000\r\n", ""),
        patient("429 with retry_after 1e308", "", ",\"retry_after\":1e308"));
  }

  /** The render is polled then, or when the patience ends. */
  private static FaultRow eta(String kind, String value) {
    var body = "{\"status\":\"processing\",\"id\":7,\"eta\":%s,\"output\":[]}".formatted(value);
    return new FaultRow("an eta that is " + kind, respondsWith(body))
        .times(1)
        .create(KEPT)
        .collect(KEPT);
  }

  private static FaultRow busy(String name, String header, String field) {
    return new FaultRow(name, respondsWith(429, header, body(field)))
        .times(1)
        .create(KEPT, 2, 2)
        .collect(KEPT)
        .upload(KEPT)
        .download(KEPT);
  }

  /** The test does not wait for it: the run is stopped, and the claim was given back. */
  private static FaultRow patient(String name, String header, String field) {
    return new FaultRow(name, respondsWith(429, header, body(field)))
        .stopped()
        .create("NotSent · SIGNAL", 1, 1)
        .upload("NotSent · SIGNAL");
  }

  private static String body(String field) {
    return "{\"status\":\"error\",\"message\":\"Rate limit\"%s}".formatted(field);
  }
}
