package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The photos that renders can use: of the folder, uploaded, or on the web. */
record Originals(PhotoFolder folder, Uploads uploads) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * The name of a photo in renders: a photo of the folder has its file name, an uploaded one a hash
   * of its bytes, any other a hash of its address.
   */
  String name(String image) {
    var path = ownPath(image);
    var local = path == null ? null : PhotoFolder.name(path);
    if (local != null) return local;
    var upload = path == null ? null : uploads.at(path);
    if (upload != null) return upload.name();
    var address = image.split("[?#]", 2)[0];
    return address.substring(address.lastIndexOf('/') + 1)
        + "~"
        + Dice.fingerprint(image).substring(0, 16);
  }

  /** Whether the provider could fetch it: any web address, and photos here that exist. */
  boolean reachable(String image) {
    if (!image.startsWith("http://") && !image.startsWith("https://")) return false;
    var path = ownPath(image);
    if (path == null) return true;
    var local = PhotoFolder.name(path);
    if (local != null) return folder.folder() == null || folder.file(local) != null;
    return !Uploads.link(path) || uploads.at(path) != null;
  }

  /** The photo of that name; null if the sandbox cannot read it. */
  @Nullable
  Original find(String name) {
    var upload = uploads.find(name);
    if (upload != null) return upload;
    var file = folder.file(name);
    if (file == null) return null;
    var type = URLConnection.guessContentTypeFromName(file.toString());
    return new Original(file, type == null ? "application/octet-stream" : type);
  }

  /** On this machine, at any port: an earlier sandbox may have delivered the link. */
  private static @Nullable String ownPath(String image) {
    try {
      var uri = new URI(image);
      return uri.getHost() != null && LOOPBACK.contains(uri.getHost()) ? uri.getPath() : null;
    } catch (URISyntaxException odd) {
      return null;
    }
  }
}
