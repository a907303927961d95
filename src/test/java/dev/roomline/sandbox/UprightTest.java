package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UprightTest {
  private static final int RED = 0xC02020;
  private static final int GREY = 0x909090;

  @ParameterizedTest
  @CsvSource({
    "1,640,320,top left",
    "2,640,320,top right",
    "3,640,320,foot right",
    "4,640,320,foot left",
    "5,320,640,top left",
    "6,320,640,top right",
    "7,320,640,foot right",
    "8,320,640,foot left"
  })
  void turnsAPhotoAsItsCameraWasHeld(int orientation, int wide, int high, String corner)
      throws Exception {
    var photo = Objects.requireNonNull(PhotoReader.read(jpeg(orientation)));
    assertThat(photo.getWidth()).isEqualTo(wide);
    assertThat(photo.getHeight()).isEqualTo(high);
    int x = corner.endsWith("left") ? 20 : wide - 20;
    int y = corner.startsWith("top") ? 20 : high - 20;
    assertThat(photo.getRGB(x, y) >> 8 & 255).isLessThan(80);
    assertThat(photo.getRGB(wide - x, high - y) >> 8 & 255).isGreaterThan(110);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 45, 50, 60})
  void readsAPhotoWhoseMetadataIsCutOff(int length) throws Exception {
    var start = Arrays.copyOf(jpeg(6), length);
    assertThat(Upright.orientation(start)).isIn(1, 6);
  }

  @Test
  void believesNoOrientationThatThereIsNot() throws Exception {
    assertThat(Upright.orientation(jpeg(9))).isEqualTo(1);
  }

  /** Twice as wide as high, its upper left corner red, with this EXIF orientation. */
  private static byte[] jpeg(int orientation) throws Exception {
    var image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 400; y++)
      for (int x = 0; x < 800; x++) image.setRGB(x, y, x < 200 && y < 200 ? RED : GREY);
    var plain = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", plain);
    var tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    var bytes = new ByteArrayOutputStream();
    bytes.write(plain.toByteArray(), 0, 2);
    bytes.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.position())});
    bytes.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    bytes.write(tiff.array(), 0, tiff.position());
    bytes.write(plain.toByteArray(), 2, plain.size() - 2);
    return bytes.toByteArray();
  }
}
