package dev.roomline.images;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Real picture files, and the ways in which they go wrong. */
final class PictureFiles {
  static final List<Color> CORNERS = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);

  private PictureFiles() {}

  /** Four quarters: red, green, blue, white. */
  static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    for (int corner = 0; corner < 4; corner++) {
      canvas.setColor(CORNERS.get(corner));
      canvas.fillRect(corner % 2 * width / 2, corner / 2 * height / 2, width / 2, height / 2);
    }
    canvas.dispose();
    return image;
  }

  /** Noise, which compresses badly. */
  static BufferedImage noise(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) image.setRGB(x, y, random.nextInt());
    return image;
  }

  /** Large in pixels and small in memory, because all lines share their data. */
  static BufferedImage wide(int width, int height) {
    var line = new byte[3 * width];
    new Random(7).nextBytes(line);
    var lines =
        new ComponentSampleModel(DataBuffer.TYPE_BYTE, width, height, 3, 0, new int[] {2, 1, 0});
    var raster = Raster.createWritableRaster(lines, new DataBufferByte(line, line.length), null);
    var colours = new ComponentColorModel(
        ColorSpace.getInstance(ColorSpace.CS_sRGB),
        false,
        false,
        Transparency.OPAQUE,
        DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }

  static byte[] written(String format, BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) throw new IOException("no writer for " + format);
    return bytes.toByteArray();
  }

  static byte[] resource(String name) throws IOException {
    try (var bytes = PictureFiles.class.getResourceAsStream("/pictures/" + name)) {
      return Objects.requireNonNull(bytes, name).readAllBytes();
    }
  }

  static Path file(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "picture", ".bin"), bytes);
  }

  static byte[] cut(byte[] bytes, int atTheEnd) {
    return Arrays.copyOf(bytes, bytes.length - atTheEnd);
  }

  static byte[] bytes(int... octets) {
    var bytes = new byte[octets.length];
    for (int at = 0; at < octets.length; at++) bytes[at] = (byte) octets[at];
    return bytes;
  }

  /** A JPEG with one more segment at its beginning. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    var grown = ByteBuffer.allocate(jpeg.length + content.length + 4);
    grown.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
    grown.putShort((short) (content.length + 2)).put(content);
    return grown.put(jpeg, 2, jpeg.length - 2).array();
  }

  static byte[] turned(byte[] jpeg, int orientation) {
    return withSegment(jpeg, 0xE1, join(latin("Exif\0\0"), exif(orientation)));
  }

  /** One entry, big-endian: how the camera was held. */
  static byte[] exif(int orientation) {
    var tiff = ByteBuffer.allocate(26).put(latin("MM\0*")).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return tiff.array();
  }

  /** A PNG with one more chunk after its header. */
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    int header = 8 + 25;
    return join(
        Arrays.copyOf(png, header),
        chunk(type, content),
        Arrays.copyOfRange(png, header, png.length));
  }

  /** A header, and next to nothing behind it. */
  static byte[] pngThatClaims(int width, int height) {
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(bytes(8, 2, 0, 0, 0));
    return join(
        latin("\u0089PNG\r\n\u001A\n"),
        chunk("IHDR", header.array()),
        chunk("IDAT", new byte[9]),
        chunk("IEND", new byte[0]));
  }

  static byte[] chunk(String type, byte[] content) {
    var sum = new CRC32();
    sum.update(latin(type));
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(latin(type))
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) joined.writeBytes(part);
    return joined.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The corner's colour, a little inside; lossy formats blur the edge. */
  static Color corner(BufferedImage image, int corner) {
    int x = corner % 2 == 0 ? image.getWidth() / 4 : image.getWidth() * 3 / 4;
    int y = corner / 2 == 0 ? image.getHeight() / 4 : image.getHeight() * 3 / 4;
    return new Color(image.getRGB(x, y));
  }

  /** The letter of the nearest of the four quarters' colours. */
  static String corners(@Nullable BufferedImage image) {
    Objects.requireNonNull(image);
    var letters = new StringBuilder();
    for (int corner = 0; corner < 4; corner++) {
      var colour = corner(image, corner);
      var bright = (colour.getRed() > 127 ? 1 : 0)
          + (colour.getGreen() > 127 ? 2 : 0)
          + (colour.getBlue() > 127 ? 4 : 0);
      letters.append("-RG-B--W".charAt(bright));
    }
    return letters.toString();
  }
}
