package dev.roomline.sandbox;

import dev.roomline.sandbox.Effect.Remedy;
import dev.roomline.sandbox.restyle.Palette;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An output picture that is fully described by its address, so a later sandbox draws the same bytes.
 *
 * @param photo what {@link Originals#name} calls the room's photo
 */
record Picture(
    String photo, String style, long seed, @Nullable PlannedMisbehaviour plannedMisbehaviour) {
  static final String OUTPUTS = "/generations/";
  static final String PROXIES = "/cdn/";
  private static final int LONGEST = 60;
  private static final Pattern NAME =
      Pattern.compile(".*/[a-z0-9-]*--([a-z0-9-]+)--(\\d{1,10})\\.png");

  String output(String origin) {
    return address(origin + OUTPUTS, spoiled() == null ? null : plannedMisbehaviour);
  }

  String proxy(String origin) {
    var spoiled = spoiled();
    var well = spoiled == null || spoiled.remedy() == Remedy.PROXY;
    return address(origin + PROXIES, well ? null : plannedMisbehaviour);
  }

  /** Its misbehaviour, or null. */
  Effect.@Nullable Spoiled spoiled() {
    return plannedMisbehaviour != null
            && plannedMisbehaviour.what().effect instanceof Effect.Spoiled spoiled
        ? spoiled
        : null;
  }

  /** The same picture without misbehaviour. */
  Picture well() {
    return new Picture(photo, style, seed, null);
  }

  private String address(String folder, @Nullable PlannedMisbehaviour fault) {
    return folder
        + stem()
        + "--" + style + "--" + seed + ".png?photo="
        + URLEncoder.encode(photo, StandardCharsets.UTF_8)
        + (fault == null ? "" : "&sandbox=" + fault);
  }

  /** Null if the address is not one of the sandbox. */
  static @Nullable Picture at(URI address) {
    var found = NAME.matcher(address.getPath());
    var query = query(address.getRawQuery());
    var photo = query.get("photo");
    if (!found.matches() || photo == null) return null;
    try {
      var plannedMisbehaviour = PlannedMisbehaviour.parse(query.get("sandbox"));
      return new Picture(
          photo, found.group(1), Long.parseLong(found.group(2)), plannedMisbehaviour);
    } catch (IllegalArgumentException foreign) {
      return null;
    }
  }

  private String stem() {
    var name = photo.substring(photo.lastIndexOf('/') + 1);
    var dot = name.lastIndexOf('.');
    var slug = Palette.slug(dot > 0 ? name.substring(0, dot) : name);
    return slug.substring(0, Math.min(LONGEST, slug.length()));
  }

  private static Map<String, String> query(@Nullable String raw) {
    var values = new HashMap<String, String>();
    if (raw == null) return values;
    for (var pair : raw.split("&", -1)) {
      var at = pair.indexOf('=');
      if (at > 0) values.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
    }
    return values;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException foreign) {
      return value;
    }
  }
}
