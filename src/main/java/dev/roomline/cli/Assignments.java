package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of {@code --set}, by key. */
final class Assignments {
  private Assignments() {}

  static Map<String, String> read(List<String> assignments) {
    var read = new LinkedHashMap<String, String>();
    for (var assignment : assignments) {
      var equals = assignment.indexOf('=');
      if (equals < 1)
        throw new InvalidInputException("--set " + assignment + ": write --set key=value");
      read.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
    }
    return read;
  }
}
