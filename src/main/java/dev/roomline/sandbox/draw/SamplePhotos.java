package dev.roomline.sandbox.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Draws the photos of the sample listings: plain rooms without a style. */
public final class SamplePhotos {
  private static final float QUALITY = 0.8f;

  private SamplePhotos() {}

  /** Writes one photo per kind of room into the folder given, or into the samples' own. */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args.length > 0 ? args[0] : "sample-data/photos");
    Files.createDirectories(folder);
    for (var kind : RoomKind.values()) {
      if (kind == RoomKind.CONSERVATORY) continue;
      var seed = Dice.hash(kind.name());
      var photo = RoomPainter.paint(kind, Decor.dated(seed), seed);
      var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jpg";
      Files.write(folder.resolve(name), jpeg(photo));
    }
  }

  private static byte[] jpeg(BufferedImage photo) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(photo, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
