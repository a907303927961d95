package dev.roomline.render;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server that takes photos, renders only what it was given, and deletes. */
public final class UploadProvider implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private record Reply(int http, String body) {}

  /** What was uploaded, in order: the data URIs. */
  public final List<String> uploads = new CopyOnWriteArrayList<>();

  /** The photos of the creates, in order. */
  public final List<String> created = new CopyOnWriteArrayList<>();

  public final List<String> deleted = new CopyOnWriteArrayList<>();
  private final Set<String> links = ConcurrentHashMap.newKeySet();
  private final Queue<Reply> uploadReplies = new ConcurrentLinkedQueue<>();
  private final Queue<Reply> createReplies = new ConcurrentLinkedQueue<>();
  private final Queue<Reply> deleteReplies = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile CountDownLatch uploadsMayEnd = new CountDownLatch(0);
  private volatile CountDownLatch createsMayEnd = new CountDownLatch(0);

  public UploadProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/api/v6/base64_to_url", it -> upload(it, "base64_string"));
    server.createContext("/api/v3/base64_crop", it -> upload(it, "image"));
    server.createContext("/api/v5/interior", this::create);
    server.createContext("/api/v3/delete_image", this::delete);
    server.createContext("/pictures", UploadProvider::picture);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next upload ends like this. */
  public void uploadEnds(int http, String body) {
    uploadReplies.add(new Reply(http, body));
  }

  /** The next create ends like this. */
  public void createEnds(int http, String body) {
    createReplies.add(new Reply(http, body));
  }

  /** The next deletion ends like this. */
  void deleteEnds(int http, String body) {
    deleteReplies.add(new Reply(http, body));
  }

  /** Uploads are not answered until {@link #letUploadsEnd}. */
  void holdUploads() {
    uploadsMayEnd = new CountDownLatch(1);
  }

  void letUploadsEnd() {
    uploadsMayEnd.countDown();
  }

  /** Creates are not answered until the end. */
  void holdCreates() {
    createsMayEnd = new CountDownLatch(1);
  }

  private void upload(HttpExchange exchange, String field) throws IOException {
    var number = keep(read(exchange).path(field).asString());
    wait(uploadsMayEnd);
    var planned = uploadReplies.poll();
    var link = url() + "/temp/" + number + ".jpg";
    if (planned == null) links.add(link);
    reply(
        exchange,
        planned,
        "{\"status\":\"success\",\"id\":%d,\"output\":[\"%s\"]}".formatted(number, link));
  }

  /** Its number, from 1. */
  private synchronized int keep(String upload) {
    uploads.add(upload);
    return uploads.size();
  }

  private void create(HttpExchange exchange) throws IOException {
    var photo = read(exchange).path("init_image").asString();
    created.add(photo);
    wait(createsMayEnd);
    reply(
        exchange,
        createReplies.poll(),
        links.contains(photo)
            ? "{\"status\":\"success\",\"id\":1,\"output\":[\"%s/pictures/1.png\"]}"
                .formatted(url())
            : "{\"status\":\"error\",\"message\":\"Unable to fetch image from provided URL\"}");
  }

  private static void picture(HttpExchange exchange) throws IOException {
    try (exchange) {
      var picture = SamplePng.png("a room");
      exchange.sendResponseHeaders(200, picture.length);
      exchange.getResponseBody().write(picture);
    }
  }

  private void delete(HttpExchange exchange) throws IOException {
    deleted.add(read(exchange).path("request_id").asString());
    reply(exchange, deleteReplies.poll(), "{\"status\":\"success\"}");
  }

  private static void wait(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static JsonNode read(HttpExchange exchange) {
    return JSON.readTree(exchange.getRequestBody());
  }

  private static void reply(HttpExchange exchange, @Nullable Reply planned, String otherwise)
      throws IOException {
    try (exchange) {
      var body = (planned == null ? otherwise : planned.body()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(planned == null ? 200 : planned.http(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    letUploadsEnd();
    createsMayEnd.countDown();
    server.stop(0);
  }
}
