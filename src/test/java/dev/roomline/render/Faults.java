package dev.roomline.render;

/** Faults that several tables of the matrix are made of. */
final class Faults {
  static final String HTML = "<!doctype html><html><body><h1>Sorry</h1></body></html>";

  private Faults() {}

  static Fault says(int http, String headers, String body) {
    var bytes = Echo.in(body);
    return Fault.late((caller, well) -> caller.answer(http, headers, bytes));
  }

  static Fault says(int http, String body) {
    return says(http, "Content-Type: application/json\r\n", body);
  }

  /** With HTTP 200, as this vendor likes to. */
  static Fault says(String body) {
    return says(200, body);
  }

  static String error(String message) {
    return "{\"status\":\"error\",\"message\":\"" + message + "\"}";
  }
}
