package dev.roomline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;

/** Where pictures are seen: the renders, drawn when first asked for, and the photos they came from. */
final class PictureDesk {
  private static final int REMEMBERED = 50_000;

  private final Shop shop;
  private final Pictures pictures;
  private final Times odd = new Times(REMEMBERED);

  PictureDesk(Shop shop) {
    this.shop = shop;
    this.pictures = new Pictures(shop.photos());
  }

  Answer render(URI address) {
    var picture = Picture.at(address);
    if (picture == null) return notFound();
    shop.books().shown();
    var answer = Answer.of(200, "image/png", pictures.png(picture));
    var script = picture.script();
    return script != null
            && script.what().effect instanceof Effect.Spoiled spoiled
            && script.holds(odd.before(address.toString()))
        ? spoiled.picture().apply(answer)
        : answer;
  }

  Answer photo(URI address) {
    var file = shop.photos().file(address.getPath().substring(PhotoFolder.PATH.length()));
    if (file == null) return notFound();
    var type = URLConnection.guessContentTypeFromName(file.toString());
    try {
      return Answer.of(
          200, type == null ? "application/octet-stream" : type, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer notFound() {
    return Answer.text(404, "text/plain", "Not found\n");
  }
}
