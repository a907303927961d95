package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where pictures are seen: the renders, drawn when first asked for, and the photos they came from. */
final class PictureDesk {
  private static final int REMEMBERED = 50_000;

  private final Shop shop;
  private final Pictures pictures;
  private final Times odd = new Times(REMEMBERED);

  PictureDesk(Shop shop) {
    this.shop = shop;
    this.pictures = new Pictures(shop.originals(), shop.settings().pictureSize());
  }

  /** Whether a render may be seen there; the rest are photos. */
  static boolean renders(String path) {
    return (path.startsWith(Picture.OUTPUTS) || path.startsWith(Picture.PROXIES))
        && !Uploads.link(path);
  }

  void render(HttpExchange exchange) {
    shop.timer().paint(() -> {
      var answer = painted(exchange.getRequestURI());
      Runnable arrived = answer.status() == 200 ? shop.books()::downloaded : () -> {};
      shop.timer().hand(() -> shop.courier().bring(exchange, answer, arrived));
    });
  }

  Answer photo(String path) {
    var upload = shop.originals().uploads().at(path);
    var folder = PhotoFolder.name(path);
    var name = upload == null ? folder : upload.name();
    var photo = name == null ? null : shop.originals().find(name);
    return photo == null ? notFound() : photo.answer();
  }

  private Answer painted(URI address) {
    var picture = Picture.at(address);
    if (picture == null) return notFound();
    shop.books().shown();
    try {
      var look = new Look(picture, pictures);
      var spoiled = spoiled(picture, address);
      var answer = spoiled == null ? look.well() : spoiled.picture().apply(look);
      return answer.atMost(shop.settings().pictureRate());
    } catch (RuntimeException slip) {
      return Words.slip(slip);
    }
  }

  private Effect.@Nullable Spoiled spoiled(Picture picture, URI address) {
    var spoiled = picture.spoiled();
    var script = picture.script();
    if (spoiled == null || script == null || spoiled.remedy() != Effect.Remedy.AGAIN)
      return spoiled;
    return script.holds(odd.before(address.toString())) ? spoiled : null;
  }

  private static Answer notFound() {
    return Answer.text(404, "text/plain", "Not found\n");
  }
}
