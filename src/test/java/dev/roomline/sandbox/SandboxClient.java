package dev.roomline.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Buys at a sandbox over real HTTP. */
public record SandboxClient(Sandbox sandbox, HttpClient http) {
  public static final String V5 = "/api/v5/interior";
  static final String V6 = "/api/v6/interior/make";
  static final String FOR_A_DAY = "/api/v6/base64_to_url";
  static final String FOR_LONG = "/api/v3/base64_crop";
  static final String DELETE = "/api/v3/delete_image";
  public static final Path SAMPLES = Path.of("sample-data/photos").toAbsolutePath();
  private static final JsonMapper JSON = new JsonMapper();

  SandboxClient(Sandbox sandbox) {
    this(sandbox, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  public static SandboxSettings quick() {
    return SandboxSettings.defaults()
        .withPort(0)
        .withPhotos(SAMPLES)
        .withLatency(Latency.of(Duration.ZERO));
  }

  public static SandboxClient at(SandboxSettings settings) throws IOException {
    return new SandboxClient(Sandbox.start(settings));
  }

  public ObjectNode order(String prompt) {
    return JSON.createObjectNode()
        .put("key", "any")
        .put("init_image", sandbox.photosUrl() + "living-room.jpg")
        .put("prompt", prompt)
        .put("steps", 50)
        .put("guidance_scale", 7);
  }

  JsonNode create(String prompt) {
    return json(post(V5, order(prompt)));
  }

  public HttpResponse<byte[]> post(String path, JsonNode body) {
    return send(HttpRequest.newBuilder(sandbox.url().resolve(path))
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build());
  }

  CompletableFuture<HttpResponse<byte[]>> start(String prompt) {
    var request = HttpRequest.newBuilder(sandbox.url().resolve(V5))
        .POST(HttpRequest.BodyPublishers.ofString(order(prompt).toString()))
        .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonNode fetch(String id) {
    return json(post("/api/v3/fetch/" + id, JSON.createObjectNode().put("key", "any")));
  }

  /** Orders a render, and answers where its picture is. */
  public String picture(String prompt) {
    return create(prompt).path("output").path(0).asString();
  }

  ObjectNode uploading(String field, String dataUri) {
    return JSON.createObjectNode().put("key", "any").put(field, dataUri);
  }

  /** Uploads a photo for a day. */
  JsonNode upload(byte[] photo, String type) {
    return json(post(FOR_A_DAY, uploading("base64_string", dataUri(photo, type))));
  }

  JsonNode delete(long id) {
    var body = JSON.createObjectNode().put("key", "any").put("request_id", id);
    return json(post(DELETE, body.put("type", "image")));
  }

  static String dataUri(byte[] photo, String type) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(photo);
  }

  /** A picture of one colour. */
  static byte[] photo(int wide, int high, int rgb, String format) {
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < high; y++) for (int x = 0; x < wide; x++) image.setRGB(x, y, rgb);
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  public static BufferedImage image(HttpResponse<byte[]> answer) {
    try {
      return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  CompletableFuture<HttpResponse<byte[]>> startGet(String address) {
    return http.sendAsync(
        HttpRequest.newBuilder(sandbox.url().resolve(address)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> get(String address) {
    return send(HttpRequest.newBuilder(sandbox.url().resolve(address)).build());
  }

  /** The same picture as delivered by another sandbox. */
  HttpResponse<byte[]> getHere(String address) {
    var uri = URI.create(address);
    return get(uri.getRawPath() + "?" + uri.getRawQuery());
  }

  JsonNode report() {
    return json(get("/sandbox/report"));
  }

  public static JsonNode json(HttpResponse<byte[]> answer) {
    return JSON.readTree(answer.body());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new Dropped(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The connection ended before the answer did. */
  static final class Dropped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Dropped(Throwable cause) {
      super(cause);
    }
  }
}
