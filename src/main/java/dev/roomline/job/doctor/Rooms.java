package dev.roomline.job.doctor;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RoomRow;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.Photos;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.Counter;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.rooms.RoomsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at the rooms file, and at its first rows more closely; several checks want to know. */
final class Rooms {
  /** Each photo in a folder is read for it. */
  static final int FIRST = 20;

  private final JobSheet sheet;
  private final EndpointSettings endpoint;
  private final Supplier<Photos> photos;
  private @Nullable Glance glance;

  /**
   * What was seen.
   *
   * @param first photos of the first renders
   * @param problems of the first rows
   */
  record Glance(RoomsFile file, List<Photo> first, List<String> problems) {}

  Rooms(JobSheet sheet, EndpointSettings endpoint, Supplier<Photos> photos) {
    this.sheet = sheet;
    this.endpoint = endpoint;
    this.photos = photos;
  }

  List<Finding> look() {
    Assembly.checkPictures(sheet);
    var seen = glance();
    var words = "%s: %d rows, %d renders"
        .formatted(sheet.rooms().input(), seen.file().rows(), seen.file().renders());
    if (seen.file().rows() == 0) {
      return List.of(Finding.look("rooms", words, "write a row for each room"));
    }
    return List.of(
        seen.problems().isEmpty()
            ? Finding.well("rooms", words)
            : Finding.look(
                "rooms",
                words + "; " + seen.problems().get(0),
                "roomline plan lists the rows that would not be sent"));
  }

  /** Throws BadInput if the file cannot be read. */
  synchronized Glance glance() {
    var seen = glance;
    if (seen == null) {
      seen = read();
      glance = seen;
    }
    return seen;
  }

  private Glance read() {
    var counter = new Counter(endpoint, ApiKey.from(""), photos.get());
    var file = RoomsFile.check(sheet.rooms().input(), Assembly.rows(sheet, counter));
    var first = new ArrayList<Photo>();
    var problems = new ArrayList<String>();
    try (var rows = file.open()) {
      var row = rows.next();
      for (var n = 0; n < FIRST && row != null; n++, row = rows.next()) {
        if (row instanceof RoomRow.Order order) first.add(order.request().photo());
        else problems.add("row " + row.number() + ": " + ((RoomRow.Invalid) row).problem());
      }
    }
    return new Glance(file, List.copyOf(first), List.copyOf(problems));
  }
}
