package dev.roomline.render;

/** Faults that several tables of the matrix are made of. */
final class CommonFaults {
  static final String HTML = "<!doctype html><html><body><h1>Sorry</h1></body></html>";

  private CommonFaults() {}

  static Fault respondsWith(int http, String headers, String body) {
    var bytes = KeyEcho.in(body);
    return Fault.late((rawConnection, well) -> rawConnection.answer(http, headers, bytes));
  }

  static Fault respondsWith(int http, String body) {
    return respondsWith(http, "Content-Type: application/json\r\n", body);
  }

  /** With HTTP 200, as this provider likes to. */
  static Fault respondsWith(String body) {
    return respondsWith(200, body);
  }

  static String error(String message) {
    return "{\"status\":\"error\",\"message\":\"" + message + "\"}";
  }
}
