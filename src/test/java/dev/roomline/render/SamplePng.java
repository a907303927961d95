package dev.roomline.render;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small valid pictures. */
public final class SamplePng {
  private SamplePng() {}

  /** A PNG of 60 × 40 pixels; another one for each name. */
  public static byte[] png(String name) {
    var picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    var canvas = picture.createGraphics();
    canvas.setPaint(
        new GradientPaint(0, 0, Color.WHITE, 60, 40, new Color(name.hashCode() & 0x7f7f7f)));
    canvas.fillRect(0, 0, 60, 40);
    canvas.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
