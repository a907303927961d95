package dev.roomline.job.plan;

import dev.roomline.domain.Quantity;
import dev.roomline.images.PhotoProbe.Objection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of a photo, the rows that use it, and the result of the check. */
final class PhotoUrlCheck {
  private final String url;
  private final long firstRow;
  private long lastRow;
  private long rows = 1;
  private volatile boolean asked;
  private volatile @Nullable Objection objection;

  PhotoUrlCheck(String url, long row) {
    this.url = url;
    this.firstRow = row;
    this.lastRow = row;
  }

  String url() {
    return url;
  }

  /** A row may use it in several styles and variants. */
  void addRow(long row) {
    if (row != lastRow) rows++;
    lastRow = row;
  }

  void answered(Optional<Objection> answer) {
    objection = answer.orElse(null);
    asked = true;
  }

  boolean wasAsked() {
    return asked;
  }

  boolean isMissing() {
    return objection != null;
  }

  /** What is wrong with it: rows, reason, remedy. */
  String problem() {
    var known = objection;
    var more = rows > 1 ? " and " + Quantity.number(rows - 1) + " more" : "";
    return "row " + firstRow + more + ": init_image: " + (known == null ? "" : known.reason());
  }
}
