package dev.roomline.images;

import static dev.roomline.images.PictureFiles.bytes;
import static dev.roomline.images.PictureFiles.chunk;
import static dev.roomline.images.PictureFiles.corners;
import static dev.roomline.images.PictureFiles.file;
import static dev.roomline.images.PictureFiles.join;
import static dev.roomline.images.PictureFiles.latin;
import static dev.roomline.images.PictureFiles.noise;
import static dev.roomline.images.PictureFiles.quarters;
import static dev.roomline.images.PictureFiles.resource;
import static dev.roomline.images.PictureFiles.turned;
import static dev.roomline.images.PictureFiles.withSegment;
import static dev.roomline.images.PictureFiles.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.Picture;
import dev.roomline.domain.Sha256;
import dev.roomline.images.InspectionResult.Broken;
import dev.roomline.images.InspectionResult.Whole;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageInspectorTest {
  @TempDir
  Path folder;

  private InspectionResult inspect(byte[] content) throws IOException {
    return new ImageInspector().inspect(file(folder, content));
  }

  private Whole whole(byte[] content) throws IOException {
    var result = inspect(content);
    assertThat(result).isInstanceOf(Whole.class);
    return (Whole) result;
  }

  private String broken(byte[] content) throws IOException {
    var result = inspect(content);
    assertThat(result).isInstanceOf(Broken.class);
    return ((Broken) result).reason();
  }

  @ParameterizedTest
  @CsvSource({"png, png", "jpeg, jpg", "gif, gif"})
  void bytesDecideTheType(String format, String type) throws IOException {
    var content = written(format, quarters(60, 40));

    assertThat(whole(content).picture())
        .isEqualTo(new Picture(Sha256.ofFile(file(folder, content)), type, 60, 40));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cmyk.jpg", "lossy.webp", "lossless.webp", "transparent.webp", "animated.webp"})
  void coloursAreKept(String name) throws IOException {
    assertThat(corners(whole(resource(name)).thumbnail())).isEqualTo("RGBW");
  }

  @Test
  void thumbnailIsAtMost640Long() throws IOException {
    var thumbnail = whole(written("jpeg", quarters(2600, 1300))).thumbnail();

    assertThat(thumbnail).extracting("width", "height").containsExactly(640, 320);
  }

  @Test
  void smallPictureIsNotBlownUp() throws IOException {
    assertThat(whole(written("png", quarters(60, 40))).thumbnail().getWidth()).isEqualTo(60);
  }

  @Test
  void narrowPictureKeepsAWidth() throws IOException {
    assertThat(whole(written("png", quarters(2, 9_000))).thumbnail().getWidth()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"
  })
  void thumbnailIsUpright(int orientation, String corners) throws IOException {
    var jpeg = turned(written("jpeg", quarters(80, 40)), orientation);

    assertThat(corners(whole(jpeg).thumbnail())).isEqualTo(corners);
  }

  @ParameterizedTest
  @CsvSource({"1, 80, 40", "4, 80, 40", "5, 40, 80", "8, 40, 80", "9, 80, 40"})
  void sizeIsTheUprightOne(int orientation, int width, int height) throws IOException {
    var picture = whole(turned(written("jpeg", quarters(80, 40)), orientation)).picture();

    assertThat(picture).extracting("width", "height").containsExactly(width, height);
  }

  @Test
  void webpIsTurnedToo() throws IOException {
    assertThat(whole(resource("turned.webp")).picture().height()).isEqualTo(48);
  }

  @Test
  void exifThatLeadsNowhereIsPassedOver() throws IOException {
    var jpeg = written("jpeg", quarters(80, 40));
    var lost = withSegment(jpeg, 0xE1, latin("Exif\0\0MM\0*\u007F\u00FF\u00FF\u00FF"));

    assertThat(whole(lost).picture().width()).isEqualTo(80);
  }

  @Test
  void whatShinesThroughIsWhite() throws IOException {
    var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);

    assertThat(whole(written("png", image)).thumbnail().getRGB(10, 10)).isEqualTo(0xFFFFFFFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void greyStaysAsBrightAsItIs(int type) throws IOException {
    var image = new BufferedImage(20, 20, type);
    for (int at = 0; at < 400; at++)
      image.getRaster().setSample(at % 20, at / 20, 0, type == 10 ? 100 : 100 * 257);

    assertThat(whole(written("png", image)).thumbnail().getRGB(10, 10) & 0xFF).isEqualTo(100);
  }

  @Test
  void colourProfileIsApplied() throws IOException {
    var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 400; at++) image.setRGB(at % 20, at / 20, 0x808080);
    var label = join(latin("ICC_PROFILE\0"), bytes(1, 1));
    var jpeg = withSegment(written("jpeg", image), 0xE2, join(label, linear));

    // Half of the light looks brighter than half.
    assertThat(whole(jpeg).thumbnail().getRGB(10, 10) & 0xFF).isBetween(180, 195);
  }

  @Test
  void jpegWithAHoleIsBroken() throws IOException {
    var jpeg = written("jpeg", noise(200, 200));
    int middle = jpeg.length / 2;
    var holed =
        join(Arrays.copyOf(jpeg, middle), Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));

    assertThat(broken(holed)).startsWith("is a broken JPEG (");
  }

  @Test
  void pngWithTooFewPixelsIsBroken() throws IOException {
    var png = PictureFiles.pngThatClaims(30, 30);

    assertThat(broken(png)).startsWith("is a broken PNG (");
  }

  @Test
  void pngOfNonsenseIsBroken() throws IOException {
    var header = Arrays.copyOf(written("png", noise(50, 50)), 33);
    var nonsense = join(header, chunk("IDAT", new byte[5_000]), chunk("IEND", new byte[0]));

    assertThat(broken(nonsense)).startsWith("is a broken PNG (");
  }

  @Test
  void gifOfNonsenseIsBroken() throws IOException {
    var gif = written("gif", noise(50, 50));
    Arrays.fill(gif, gif.length - 1500, gif.length - 1400, (byte) 0x5A);

    assertThat(broken(gif)).startsWith("is a broken GIF (");
  }

  @Test
  void fileThatIsNotThereIsNoPicturesFault() {
    assertThatThrownBy(() -> new ImageInspector().inspect(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void nothingDamagedThrows() throws IOException {
    var random = new Random(3);
    for (var whole : new byte[][] {
      written("jpeg", noise(40, 40)),
      written("gif", noise(40, 40)),
      resource("lossy.webp"),
      resource("lossless.webp"),
      resource("animated.webp"),
      resource("transparent.webp"),
      resource("cmyk.jpg")
    }) {
      for (int round = 0; round < 40; round++) {
        var spoilt = whole.clone();
        for (int hits = 0; hits < 3; hits++)
          spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
        assertThat(inspect(spoilt)).isNotNull();
      }
    }
  }
}
