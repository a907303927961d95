package dev.roomline.sandbox.restyle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.roomline.sandbox.SandboxClient;
import dev.roomline.sandbox.draw.RoomPainter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RestylerTest {

  static List<Path> samples() throws Exception {
    try (var photos = Files.list(SandboxClient.SAMPLES)) {
      return photos.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRenderLooksUnlikeItsPhoto(Path photo) throws Exception {
    var sandboxClient = SandboxClient.at(SandboxClient.quick());
    try (var sandbox = sandboxClient.sandbox()) {
      var address = sandbox.photosUrl() + photo.getFileName().toString();
      var order = sandboxClient.order("rustic").put("init_image", address);
      var answer = SandboxClient.json(sandboxClient.post(SandboxClient.V5, order));
      var render =
          SandboxClient.image(sandboxClient.get(answer.path("output").path(0).asString()));
      var before =
          RoomPainter.shrunk(ImageIO.read(photo.toFile()), render.getWidth(), render.getHeight());
      // Of 255, on average over all pixels and colours; rustic is the style that changes least.
      assertThat(apart(before, render)).isGreaterThan(12);
    }
  }

  @ParameterizedTest
  @CsvSource({"768,512", "512,768", "1000,1000", "1600,400", "333,777"})
  void aRenderHasTheShapeOfItsPhoto(int wide, int high, @TempDir Path folder) throws Exception {
    var photo = RoomPainter.shrunk(
        ImageIO.read(SandboxClient.SAMPLES.resolve("loft.jpg").toFile()), wide, high);
    ImageIO.write(photo, "jpg", folder.resolve("living-room.jpg").toFile());
    var sandboxClient = SandboxClient.at(SandboxClient.quick().withPhotos(folder));
    try (var sandbox = sandboxClient.sandbox()) {
      var render = SandboxClient.image(sandboxClient.get(sandboxClient.picture("japandi")));
      assertThat((double) render.getWidth() / render.getHeight())
          .isCloseTo((double) wide / high, offset(0.01));
    }
  }

  private static double apart(BufferedImage one, BufferedImage other) {
    long apart = 0;
    for (int y = 0; y < one.getHeight(); y++)
      for (int x = 0; x < one.getWidth(); x++)
        for (int shift = 0; shift <= 16; shift += 8)
          apart +=
              Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
    return apart / 3.0 / one.getWidth() / one.getHeight();
  }
}
