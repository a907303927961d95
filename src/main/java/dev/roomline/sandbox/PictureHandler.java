package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Serves pictures: renders, drawn on the first request, and their photos. */
final class PictureHandler {
  private static final int REMEMBERED = 50_000;

  private final SandboxContext sandboxContext;
  private final Pictures pictures;
  private final OccurrenceCounter odd = new OccurrenceCounter(REMEMBERED);

  PictureHandler(SandboxContext sandboxContext) {
    this.sandboxContext = sandboxContext;
    this.pictures =
        new Pictures(sandboxContext.originals(), sandboxContext.settings().pictureSize());
  }

  /** Whether the path is that of a render; all others are photos. */
  static boolean renders(String path) {
    return (path.startsWith(Picture.OUTPUTS) || path.startsWith(Picture.PROXIES))
        && !Uploads.link(path);
  }

  void render(HttpExchange exchange) {
    sandboxContext.timer().paint(() -> {
      var response = painted(exchange.getRequestURI());
      Runnable arrived =
          response.status() == 200 ? sandboxContext.billingLog()::downloaded : () -> {};
      sandboxContext
          .timer()
          .execute(() -> sandboxContext.responseSender().bring(exchange, response, arrived));
    });
  }

  Response photo(String path) {
    var upload = sandboxContext.originals().uploads().at(path);
    var folder = PhotoFolder.name(path);
    var name = upload == null ? folder : upload.name();
    var photo = name == null ? null : sandboxContext.originals().find(name);
    return photo == null ? notFound() : photo.answer();
  }

  private Response painted(URI address) {
    var picture = Picture.at(address);
    if (picture == null) return notFound();
    sandboxContext.billingLog().shown();
    try {
      var pictureResponse = new PictureResponse(picture, pictures);
      var spoiled = spoiled(picture, address);
      var response =
          spoiled == null ? pictureResponse.well() : spoiled.picture().apply(pictureResponse);
      return response.atMost(sandboxContext.settings().pictureRate());
    } catch (RuntimeException slip) {
      return ProviderMessages.slip(slip);
    }
  }

  private Effect.@Nullable Spoiled spoiled(Picture picture, URI address) {
    var spoiled = picture.spoiled();
    var plannedMisbehaviour = picture.plannedMisbehaviour();
    if (spoiled == null || plannedMisbehaviour == null || spoiled.remedy() != Effect.Remedy.AGAIN)
      return spoiled;
    return plannedMisbehaviour.holds(odd.before(address.toString())) ? spoiled : null;
  }

  private static Response notFound() {
    return Response.text(404, "text/plain", "Not found\n");
  }
}
