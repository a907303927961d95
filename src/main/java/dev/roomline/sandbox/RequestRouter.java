package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Routes every request to its handler. */
final class RequestRouter implements HttpHandler {
  /** Above the upload limit, so that an upload that is too large still gets an error message. */
  private static final int LONGEST_BODY = 8_000_000;

  private static final String BY_BODY = "/api/v4/dreambooth/fetch";
  private static final Map<String, Family> CREATES = Arrays.stream(Family.values())
      .collect(Collectors.toMap(family -> family.create, Function.identity()));
  private static final Map<String, Family> FETCHES = Map.of(
      "/api/v3/dreambooth/fetch/",
      Family.V5,
      Family.V5.fetch,
      Family.V5,
      Family.V6.fetch,
      Family.V6,
      Family.ENTERPRISE.fetch,
      Family.ENTERPRISE);

  private final CreateHandler creates;
  private final FetchHandler fetches;
  private final UploadHandler uploads;
  private final AccountHandler accounts;
  private final PictureHandler pictures;
  private final AdminApi office;
  private final ResponseSender responseSender;

  RequestRouter(SandboxContext sandboxContext) {
    creates = new CreateHandler(sandboxContext);
    fetches = new FetchHandler(sandboxContext);
    uploads = new UploadHandler(sandboxContext);
    accounts = new AccountHandler(sandboxContext);
    pictures = new PictureHandler(sandboxContext);
    responseSender = sandboxContext.responseSender();
    office = new AdminApi(sandboxContext);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Read the whole body first; otherwise the connection cannot be reused.
    var sent = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    var more = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    var path = exchange.getRequestURI().getPath();
    var family = CREATES.get(path);
    try {
      if (more > 0)
        responseSender.bring(exchange, ProviderMessages.refusal(413, "Request entity too large"));
      else if (family != null && posted(exchange)) creates.serve(exchange, family, sent);
      else if (family != null) responseSender.bring(exchange, notAllowed());
      else if (PictureHandler.renders(path)) pictures.render(exchange);
      else responseSender.bring(exchange, answer(exchange, path, sent));
    } catch (RuntimeException slip) {
      responseSender.bring(exchange, ProviderMessages.slip(slip));
    }
  }

  private Response answer(HttpExchange exchange, String path, byte[] sent) {
    if (UploadHandler.serves(path))
      return posted(exchange) ? uploads.answer(path, sent) : notAllowed();
    if (AccountHandler.serves(path))
      return posted(exchange) ? accounts.answer(path, sent) : notAllowed();
    if (path.startsWith("/api/")) return fetch(exchange, path, sent);
    if (path.startsWith(PhotoFolder.PATH) || Uploads.link(path)) return pictures.photo(path);
    if (path.equals("/sandbox/report"))
      return exchange.getRequestMethod().equals("DELETE") ? office.forget() : office.report();
    if (path.equals("/sandbox/settings"))
      return posted(exchange) ? office.settings(sent) : notAllowed();
    if (path.equals("/sandbox/wallet"))
      return posted(exchange) ? office.wallet(sent) : notAllowed();
    return noRoute(path);
  }

  private Response fetch(HttpExchange exchange, String path, byte[] sent) {
    if (path.equals(BY_BODY))
      return posted(exchange) ? fetches.answer(Family.V5, null, sent) : notAllowed();
    for (var door : FETCHES.entrySet()) {
      if (!path.startsWith(door.getKey())) continue;
      var id = path.substring(door.getKey().length());
      return posted(exchange) ? fetches.answer(door.getValue(), id, sent) : notAllowed();
    }
    return noRoute(path);
  }

  private static boolean posted(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("POST");
  }

  private static Response notAllowed() {
    return ProviderMessages.refusal(405, "Only POST is supported for this route.");
  }

  private static Response noRoute(String path) {
    return ProviderMessages.refusal(404, "The route " + path.substring(1) + " could not be found.");
  }
}
