package dev.roomline.render;

import static dev.roomline.render.CommonFaults.error;
import static dev.roomline.render.CommonFaults.respondsWith;

import java.util.List;

/** Messages in a provider's body, all of them with HTTP 200. */
final class MessageFaults {
  private static final String KEPT = "Rendered/Kept";
  private static final String MISSING = "Rendered/Missing";
  private static final String OBJECT =
      "{\"status\":\"error\",\"message\":{\"prompt\":[\"The prompt field is required.\"]}}";
  private static final String MESSEGE =
      "{\"status\":\"error\",\"messege\":\"The prompt field is required.\"}";

  private MessageFaults() {}

  static List<FaultRow> rows() {
    return List.of(
        paid(
            "processing",
            respondsWith("{\"status\":\"processing\",\"id\":7,\"output\":[]}"),
            "Accepted"),
        unclear("processing without an id", "{\"status\":\"processing\",\"output\":\"\"}"),
        paid(
            "an unknown status with an id",
            respondsWith("{\"status\":\"queued\",\"id\":7}"),
            "Accepted"),
        unclear("no status", "{\"id\":7}"),
        refused("an unknown status", "{\"status\":\"resting\"}", "OTHER"),
        empty("success with an empty output", "{\"status\":\"success\",\"id\":7,\"output\":[]}")
            .create(KEPT),
        empty("success with a blank output", "{\"status\":\"success\",\"id\":7,\"output\":\"\"}")
            .create(KEPT),
        empty("success without output or id", "{\"status\":\"success\"}").create("Failed"),
        empty("failed", "{\"status\":\"failed\",\"id\":7,\"message\":\"Failed, Try Again\"}")
            .create("Failed"),
        new FaultRow("failed once", respondsWith("{\"status\":\"failed\",\"id\":7}"))
            .times(1)
            .create(KEPT, 2, 2)
            .upload(KEPT)
            .download(KEPT),
        refused("error", error("What a pity"), "OTHER"),
        refused("a message object", OBJECT, "FIELD"),
        refused("a messege", MESSEGE, "FIELD"),
        refused("an unreachable photo", error("Unable to fetch image from URL"), "PHOTO"),
        refused("a prohibited prompt", error("NSFW content is prohibited"), "CONTENT"),
        refused("an unknown model", error("Model xyz not found"), "MODEL"),
        closed("an invalid key", "Invalid API key"),
        closed("no credits", "Insufficient credits, recharge"),
        closed("the monthly limit", "Monthly limit exceeded"),
        closed("the wrong plan", "For premium members only"),
        new FaultRow(
                "a route that is not found",
                respondsWith(error("The route api/v5 could not be found")))
            .create("NotSent · ADDRESS", 1, 1)
            .collect("Unsure")
            .upload("NotSent · ADDRESS")
            .download(MISSING),
        new FaultRow("a rate limit", respondsWith(error("Rate limit exceeded")))
            .create("NotSent · ENDPOINT")
            .collect("Accepted")
            .upload("NotSent · ENDPOINT")
            .download(MISSING),
        unclear("a server error", error("Server error")),
        new FaultRow("away", respondsWith(error("Temporarily unavailable")))
            .create("NotSent")
            .collect("Accepted")
            .upload("NotSent")
            .download(MISSING),
        new FaultRow("an unknown id", respondsWith(error("Request id not found")))
            .create("Refused OTHER")
            .collect("Unsure")
            .upload("Refused PHOTO")
            .download(MISSING),
        new FaultRow(
                "one id for two renders",
                Fault.late((rawConnection, well) -> rawConnection.answer(200, "", well)))
            .rows(2)
            .create(KEPT + ", to review or " + KEPT + ", " + KEPT + ", to review")
            // The first may be whole before the provider names its id for the second.
            .collect(KEPT + ", to review, one picture for all or " + KEPT + ", " + KEPT
                + ", to review, one picture for all"));
  }

  /** The create is paid, and its render is collected if the polls succeed. */
  private static FaultRow paid(String name, Fault fault, String collected) {
    return new FaultRow(name, fault)
        .create(KEPT)
        .collect(collected)
        .upload("NotSent")
        .download(MISSING);
  }

  private static FaultRow unclear(String name, String body) {
    return new FaultRow(name, respondsWith(body))
        .create("Unsure")
        .collect("Accepted")
        .upload("NotSent")
        .download(MISSING);
  }

  private static FaultRow empty(String name, String body) {
    return new FaultRow(name, respondsWith(body))
        .collect("Failed")
        .upload("NotSent")
        .download(MISSING);
  }

  private static FaultRow refused(String name, String body, String cause) {
    return new FaultRow(name, respondsWith(body))
        .create("Refused " + cause)
        .collect("Unsure")
        .upload("Refused PHOTO")
        .download(MISSING);
  }

  private static FaultRow closed(String name, String message) {
    return new FaultRow(name, respondsWith(error(message)))
        .create("NotSent · ACCOUNT", 1, 1)
        .collect("Accepted · ACCOUNT")
        .upload("NotSent · ACCOUNT")
        .download(MISSING);
  }
}
