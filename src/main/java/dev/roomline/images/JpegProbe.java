package dev.roomline.images;

import dev.roomline.images.ImageProbe.Flaw;
import dev.roomline.images.ImageProbe.Outline;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks a JPEG from segment to segment until its end is marked. */
final class JpegProbe {
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int COMMENT = 0xFE;
  private static final String EXIF = "Exif\0\0";
  private static final int LONGEST_LABEL = 12;

  /** A scan costs a pass over all pixels; encoders write about ten. */
  private static final int MOST_SCANS = 200;

  private final PictureStream file;
  private final boolean whole;
  private int width;
  private int height;
  private int components;
  private boolean progressive;
  private int orientation = 1;
  private boolean bare = true;
  private int scans;
  private long beside;

  JpegProbe(PictureStream file, boolean whole) {
    this.file = file;
    this.whole = whole;
  }

  ImageProbe probe() throws IOException {
    file.pass(2);
    while (true) {
      var marker = nextMarker();
      if (marker == END) {
        bare &= file.getStreamPosition() == file.length();
        return components == 0 ? Flaw.broken(ImageFormat.JPEG, "no frame") : outline();
      }
      var next = file.getStreamPosition();
      var length = file.readUnsignedShort();
      var problem = segment(marker, length - 2);
      if (problem != null) return Flaw.broken(ImageFormat.JPEG, problem);
      if (!whole && components > 0) return outline();
      file.seek(next);
      file.pass(length);
    }
  }

  private Outline outline() {
    var plain = bare && components <= 3;
    return new Outline(
        ImageFormat.JPEG, width, height, orientation, components, progressive, plain);
  }

  /** Passes over pixels too: within them, 0xFF is followed by 0 or by a restart. */
  private int nextMarker() throws IOException {
    while (true) {
      int octet = file.read();
      while (octet >= 0 && octet != 0xFF) octet = file.read();
      while (octet == 0xFF) octet = file.read();
      if (octet < 0) throw new EOFException();
      var restart = octet >= 0xD0 && octet <= 0xD7;
      if (octet > 1 && !restart) return octet;
    }
  }

  private @Nullable String segment(int marker, int length) throws IOException {
    if (length < 0) return "a segment without length";
    if (marker == SCAN) return ++scans > MOST_SCANS ? "too many scans" : null;
    if (isFrame(marker)) return frame(marker);
    if (marker >= APP0 && marker <= APP0 + 15) application(marker - APP0, length);
    else if (marker == COMMENT) bare = false;
    beside += length;
    return beside > ImageProbe.MOST_BESIDE_THE_PIXELS ? "too much beside its pixels" : null;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private @Nullable String frame(int marker) throws IOException {
    if (components > 0) return "two frames";
    if (marker > 0xC2) return "an unusual coding";
    progressive = marker == 0xC2;
    var bits = file.readUnsignedByte();
    height = file.readUnsignedShort();
    width = file.readUnsignedShort();
    components = file.readUnsignedByte();
    if (components == 0) return "no colours";
    return bits == 8 ? null : bits + " bits a colour";
  }

  private void application(int number, int length) throws IOException {
    var label = new String(file.take(Math.min(length, LONGEST_LABEL)), StandardCharsets.ISO_8859_1);
    if (number == 1 && label.startsWith(EXIF)) {
      file.seek(file.getStreamPosition() - label.length() + EXIF.length());
      orientation = Exif.orientation(file.take(length - EXIF.length()));
    }
    bare &= (number == 0 && label.startsWith("JFIF\0"))
        || (number == 2 && label.startsWith("ICC_PROFILE\0"))
        || (number == 14 && label.startsWith("Adobe"));
  }
}
