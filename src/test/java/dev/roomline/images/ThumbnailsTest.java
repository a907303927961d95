package dev.roomline.images;

import static dev.roomline.images.PictureFiles.corners;
import static dev.roomline.images.PictureFiles.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
  @TempDir
  Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var file = folder.resolve("room.jpg");
    Thumbnails.write(quarters(64, 48), file);

    assertThat(corners(RgbImages.of(ImageIO.read(file.toFile())))).isEqualTo("RGBW");
  }
}
