package dev.roomline.images;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds renders that a person should see before they are shown. */
final class PictureChecks {
  /** Measured: a room at a twentieth of its light differs in 16 % of its cells; noise on grey in none. */
  private static final double BLANK_TOLERANCE = 2;

  private static final double BLANK_SHARE = 0.10;
  /** Measured: the worst copies differ in 2 % of their cells; the mildest restyled rooms in 60 %. */
  private static final double SAME_TOLERANCE = 12;

  private static final double SAME_SHARE = 0.05;

  /** Endpoints round sides to multiples of 8 or 64. */
  private static final double ASPECT_TOLERANCE = 0.08;

  private final CheckSettings settings;

  PictureChecks(CheckSettings settings) {
    this.settings = settings;
  }

  /** What the checks need of a picture. */
  record Seen(int width, int height, ColorGrid grid) {
    static Seen of(InspectionResult.Whole whole) {
      var picture = whole.picture();
      return new Seen(picture.width(), picture.height(), new ColorGrid(whole.thumbnail()));
    }

    double aspect() {
      return (double) width / height;
    }
  }

  /** Why a person should look, each as a word, a colon and an explanation; empty if all is well. */
  List<String> reasons(Seen render, @Nullable Seen photo) {
    var reasons = new ArrayList<String>();
    var grid = render.grid();
    if (settings.blank() && grid.shareDifferingFromMedian(BLANK_TOLERANCE) < BLANK_SHARE) {
      reasons.add("blank: one colour");
    }
    if (isSmall(render)) {
      reasons.add("small: %dx%d, at least %dx%d is asked for"
          .formatted(render.width(), render.height(), settings.minWidth(), settings.minHeight()));
    }
    if (photo == null) return reasons;
    if (settings.aspect() && differs(render.aspect(), photo.aspect())) {
      reasons.add("aspect: " + AspectRatio.of(render.width(), render.height()) + ", the photo is "
          + AspectRatio.of(photo.width(), photo.height()));
    }
    if (settings.same() && grid.shareDifferingFrom(photo.grid(), SAME_TOLERANCE) < SAME_SHARE) {
      reasons.add("same: the photo itself came back");
    }
    return reasons;
  }

  /** Compares long side with long side, whichever way the picture is turned. */
  private boolean isSmall(Seen render) {
    return Math.max(render.width(), render.height())
            < Math.max(settings.minWidth(), settings.minHeight())
        || Math.min(render.width(), render.height())
            < Math.min(settings.minWidth(), settings.minHeight());
  }

  private static boolean differs(double aspect, double other) {
    return Math.max(aspect / other, other / aspect) > 1 + ASPECT_TOLERANCE;
  }
}
