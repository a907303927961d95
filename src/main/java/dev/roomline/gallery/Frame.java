package dev.roomline.gallery;

import java.util.Comparator;
import java.util.stream.Stream;

/** The aspect ratios of pictures in the grid: only a few, so that it is regular. The full view crops nothing. */
enum Frame {
  WIDE(16, 9),
  LANDSCAPE(3, 2),
  CLASSIC(4, 3),
  SQUARE(1, 1),
  PORTRAIT(3, 4),
  TALL(2, 3);

  private final double ratio;

  Frame(int width, int height) {
    this.ratio = (double) width / height;
  }

  static Frame of(GalleryPicture picture) {
    if (picture.width() <= 0 || picture.height() <= 0) return LANDSCAPE;
    var ratio = (double) picture.width() / picture.height();
    return Stream.of(values())
        .min(Comparator.comparingDouble(it -> Math.abs(Math.log(it.ratio / ratio))))
        .orElse(LANDSCAPE);
  }

  String css() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
