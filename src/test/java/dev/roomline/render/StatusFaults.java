package dev.roomline.render;

import static dev.roomline.render.CommonFaults.HTML;
import static dev.roomline.render.CommonFaults.error;
import static dev.roomline.render.CommonFaults.respondsWith;

import java.util.List;

/** HTTP statuses, with a body that says nothing and with one that does. */
final class StatusFaults {
  private static final String SORRY = "{\"status\":\"error\",\"message\":\"Sorry\"}";
  private static final String UNSURE = "Unsure";
  private static final String RENDERING = "Accepted";
  private static final String LOST = "Unsure";
  private static final String MISSING = "Rendered/Missing";
  private static final String GONE = "Rendered/Gone";

  private StatusFaults() {}

  static List<FaultRow> rows() {
    return List.of(
        well(201)
            .create("Rendered/Kept")
            .collect("Rendered/Kept")
            .upload("Rendered/Kept")
            .download(MISSING),
        row(201).create(UNSURE).collect(RENDERING).upload("NotSent").download(MISSING),
        row(204).create(UNSURE).collect(RENDERING).upload("NotSent").download(MISSING),
        moved(301),
        moved(302),
        moved(307),
        moved(308),
        said(400).create("Refused FIELD").collect(LOST).upload("Refused PHOTO").download(GONE),
        closed(401),
        closed(402),
        closed(403),
        nowhere(404),
        nowhere(405),
        row(408).create(UNSURE).collect(RENDERING).upload("NotSent").download(MISSING),
        said(413).create("Refused OTHER").collect(LOST).upload("Refused PHOTO").download(GONE),
        said(422).create("Refused FIELD").collect(LOST).upload("Refused PHOTO").download(GONE),
        stumbles(500),
        stumbles(502),
        stumbles(503),
        stumblesSaying(500, "Temporarily unavailable"),
        stumblesSaying(500, "Rate limit exceeded"),
        stumblesSaying(502, "Invalid API key"),
        stumblesSaying(504, "NSFW content is prohibited"),
        said(503).create("NotSent").collect(RENDERING).upload("NotSent").download(MISSING),
        once(503)
            .create("Rendered/Kept", 2, 2)
            .collect("Rendered/Kept")
            .upload("Rendered/Kept")
            .download("Rendered/Kept"),
        stumbles(504),
        said(500).create(UNSURE).collect(RENDERING).upload("NotSent").download(MISSING),
        once(500)
            .create(UNSURE)
            .collect("Rendered/Kept")
            .upload("Rendered/Kept")
            .download("Rendered/Kept"),
        once(404)
            .create("NotSent · ADDRESS", 1, 1)
            .collect("Rendered/Kept")
            .upload("NotSent · ADDRESS")
            .download("Rendered/Kept"),
        well(500)
            .create("Rendered/Kept")
            .collect("Rendered/Kept")
            .upload("NotSent")
            .download(MISSING),
        busy());
  }

  private static FaultRow row(int http) {
    return new FaultRow(http + " empty", respondsWith(http, ""));
  }

  private static FaultRow said(int http) {
    return new FaultRow(http + " json", respondsWith(http, SORRY));
  }

  private static FaultRow once(int http) {
    return new FaultRow(http + " once", respondsWith(http, SORRY)).times(1);
  }

  private static FaultRow well(int http) {
    return new FaultRow(
        http + " and all is well",
        Fault.late((rawConnection, well) -> rawConnection.answer(http, "", well)));
  }

  private static FaultRow moved(int http) {
    return new FaultRow(http + "", respondsWith(http, "Location: /elsewhere\r\n", ""))
        .create("NotSent · ADDRESS", 1, 1)
        .collect(RENDERING + " · ADDRESS")
        .upload("NotSent · ADDRESS")
        .download(MISSING);
  }

  private static FaultRow closed(int http) {
    return said(http)
        .create("NotSent · ACCOUNT", 1, 1)
        .collect(RENDERING + " · ACCOUNT")
        .upload("NotSent · ACCOUNT")
        .download(GONE);
  }

  private static FaultRow nowhere(int http) {
    return said(http)
        .create("NotSent · ADDRESS", 1, 1)
        .collect(LOST)
        .upload("NotSent · ADDRESS")
        .download(GONE);
  }

  private static FaultRow stumbles(int http) {
    return new FaultRow(http + " html", respondsWith(http, "Content-Type: text/html\r\n", HTML))
        .create(UNSURE)
        .collect(RENDERING)
        .upload("NotSent")
        .download(MISSING);
  }

  private static FaultRow stumblesSaying(int http, String message) {
    return new FaultRow(http + " " + message, respondsWith(http, "", error(message)))
        .create(UNSURE)
        .collect(RENDERING)
        .upload("NotSent")
        .download(MISSING);
  }

  private static FaultRow busy() {
    return new FaultRow("429 for ever", respondsWith(429, "{\"message\":\"Slow down\"}"))
        .create("NotSent · ENDPOINT")
        .collect(RENDERING)
        .upload("NotSent · ENDPOINT")
        .download(MISSING);
  }
}
