package dev.roomline.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An accepted render that is fully described by its id, so that a later sandbox can finish it. */
record Ticket(Picture picture, long createdAt, long readyAt) {
  private static final String PREFIX = "r1-";

  String id() {
    var plannedMisbehaviour = picture.plannedMisbehaviour();
    var text = String.join(
        " ",
        URLEncoder.encode(picture.photo(), StandardCharsets.UTF_8),
        picture.style(),
        Long.toString(picture.seed(), 36),
        Long.toString(createdAt, 36),
        Long.toString(readyAt - createdAt, 36),
        plannedMisbehaviour == null ? "-" : plannedMisbehaviour.toString());
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Null if the id is not one of the sandbox. */
  static @Nullable Ticket of(String id) {
    try {
      if (!id.startsWith(PREFIX)) return null;
      var bytes = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
      var parts = new String(bytes, StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length != 6) return null;
      var photo = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      var plannedMisbehaviour = PlannedMisbehaviour.parse(parts[5].equals("-") ? null : parts[5]);
      var created = Long.parseLong(parts[3], 36);
      return new Ticket(
          new Picture(photo, parts[1], Long.parseLong(parts[2], 36), plannedMisbehaviour),
          created,
          created + Long.parseLong(parts[4], 36));
    } catch (IllegalArgumentException foreign) {
      return null;
    }
  }

  double seconds() {
    return (readyAt - createdAt) / 1000.0;
  }
}
