package dev.roomline.gallery;

import dev.roomline.sandbox.Sandbox;
import dev.roomline.sandbox.SandboxExtension;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** Pictures for a gallery: the sample photos, and what the sandbox makes of them. */
final class DemoPictures implements AutoCloseable {
  private static final Path SAMPLES = Path.of("sample-data/photos").toAbsolutePath();
  private static final int THUMBNAIL = 640;
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Sandbox provider;
  private final Map<Path, GalleryPicture> known = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  DemoPictures(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("pictures")).getParent();
    this.provider = Sandbox.start(SandboxExtension.quick().withPhotos(SAMPLES));
  }

  /** The sample photo of that name, once per name of a file. */
  GalleryPicture before(String photo, String name) throws IOException {
    var file = Path.of("pictures", name + "--before.jpg");
    if (!Files.exists(folder.resolve(file)))
      Files.copy(SAMPLES.resolve(photo + ".jpg"), folder.resolve(file));
    return withThumbnail(file);
  }

  GalleryPicture after(String photo, String style, String name) throws Exception {
    var file = Path.of("pictures", name + ".png");
    if (!Files.exists(folder.resolve(file)))
      Files.write(folder.resolve(file), bought(photo, style));
    return withThumbnail(file);
  }

  /** The same picture under another name, so that a browser has to fetch it anew. */
  GalleryPicture again(GalleryPicture picture, String name) throws IOException {
    return new GalleryPicture(
        linked(picture.full(), name),
        linked(picture.thumbnail(), name + "--small"),
        picture.width(),
        picture.height());
  }

  @Override
  public void close() {
    provider.close();
  }

  private String linked(String path, String name) throws IOException {
    var link = "pictures/" + name + path.substring(path.lastIndexOf('.'));
    if (!Files.exists(folder.resolve(link)))
      Files.createLink(folder.resolve(link), folder.resolve(path));
    return link;
  }

  private byte[] bought(String photo, String style) throws Exception {
    var order = JSON.createObjectNode()
        .put("key", "any")
        .put("init_image", provider.photosUrl() + photo + ".jpg")
        .put("prompt", style + " " + photo);
    var create = HttpRequest.newBuilder(provider.url().resolve("/api/v5/interior"))
        .POST(BodyPublishers.ofString(order.toString()))
        .build();
    var answer = JSON.readTree(http.send(create, BodyHandlers.ofString()).body());
    var link = URI.create(answer.path("output").path(0).asString());
    return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray())
        .body();
  }

  private GalleryPicture withThumbnail(Path file) throws IOException {
    var made = known.get(file);
    if (made != null) return made;
    var image = ImageIO.read(folder.resolve(file).toFile());
    var small = file.toString().replaceAll("\\.\\w+$", "--small.jpg");
    if (!Files.exists(folder.resolve(small)))
      ImageIO.write(shrunk(image), "jpg", folder.resolve(small).toFile());
    var picture = new GalleryPicture(file.toString(), small, image.getWidth(), image.getHeight());
    known.put(file, picture);
    return picture;
  }

  private static BufferedImage shrunk(BufferedImage image) {
    var height = image.getHeight() * THUMBNAIL / image.getWidth();
    var small = new BufferedImage(THUMBNAIL, height, BufferedImage.TYPE_INT_RGB);
    var canvas = small.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(image, 0, 0, THUMBNAIL, height, null);
    canvas.dispose();
    return small;
  }
}
