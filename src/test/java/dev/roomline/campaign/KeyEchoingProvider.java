package dev.roomline.campaign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.roomline.render.SamplePng;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that repeats the key in all its answers: headers, messages, ids, addresses, pages. */
final class KeyEchoingProvider implements AutoCloseable {
  private static final String JSON = """
      {"%1$s":"%1$s","tip":"%1$s","track_id":"%1$s","request_id":"%1$s","id":"%2$s-%1$s",\
      "proxy_links":["%3$s/pictures/%2$s.png?key=%4$s"],"future_links":["%3$s/%4$s"],\
      "fetch_result":"%3$s/api/fetch/%2$s?key=%4$s","message":"my word: %1$s","eta":"0.1 %1$s",\
      "meta":{"%1$s":["%1$s",{"x":"%4$s"}],"model_id":"%1$s","seed":"%1$s"},""";

  final AtomicInteger requestsWithKey = new AtomicInteger();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  KeyEchoingProvider() throws IOException {
    server.createContext("/", this::serve);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (request.contains(CanaryKey.inJson())) requestsWithKey.incrementAndGet();
      var path = exchange.getRequestURI().getPath();
      if (path.startsWith("/pictures/")) answer(exchange, 200, SamplePng.png(path));
      else if (path.contains("base64")) say(exchange, 200, delivery("photo"));
      else if (path.contains("fetch")) say(exchange, 200, delivery("later"));
      else create(exchange, request);
    }
  }

  private void create(HttpExchange exchange, String request) throws IOException {
    if (request.contains("html")) {
      say(exchange, 500, "<h1>" + CanaryKey.KEY + "</h1>");
    } else if (request.contains("moved")) {
      exchange.getResponseHeaders().set("Location", "https://me.example/?key=" + CanaryKey.inUrl());
      say(exchange, 302, CanaryKey.KEY);
    } else if (request.contains("later")) {
      say(exchange, 200, said("later") + "\"status\":\"processing\"}");
    } else if (request.contains("sofa")) {
      say(exchange, 200, delivery(request.contains("/pictures/photo") ? "uploaded" : "sofa"));
    } else {
      var status = request.contains("failed") ? "failed" : "error";
      say(exchange, 200, said("none") + "\"status\":\"" + status + "\"}");
    }
  }

  private String delivery(String name) {
    var output = url() + "/pictures/" + name + ".png?key=" + CanaryKey.inUrl();
    return said(name) + "\"status\":\"success\",\"output\":[\"" + output + "\"]}";
  }

  private String said(String name) {
    return JSON.formatted(CanaryKey.inJson(), name, url(), CanaryKey.inUrl());
  }

  private static void say(HttpExchange exchange, int http, String body) throws IOException {
    answer(exchange, http, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int http, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("X-Key", CanaryKey.KEY);
    exchange.getResponseHeaders().set("Set-Cookie", "key=" + CanaryKey.inUrl());
    exchange.sendResponseHeaders(http, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
