package dev.roomline.images;

import dev.roomline.domain.Picture;
import java.awt.image.BufferedImage;

/** The result of inspecting a file that should be a picture. */
sealed interface InspectionResult {

  /**
   * A picture, decoded from its first byte to its last.
   *
   * @param thumbnail upright, opaque, its longest side 640 pixels or less
   */
  record Whole(Picture picture, BufferedImage thumbnail) implements InspectionResult {}

  /** No picture. The reason continues a sentence that begins with the file: "is a truncated JPEG". */
  record Broken(String reason) implements InspectionResult {}
}
