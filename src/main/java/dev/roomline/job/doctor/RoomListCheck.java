package dev.roomline.job.doctor;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RoomRow;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.rooms.RoomList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at the rooms file, and at its first rows more closely; several checks want to know. */
final class RoomListCheck {
  /** Each photo in a folder is read for it. */
  static final int FIRST = 20;

  private final JobFile jobFile;
  private final EndpointSettings endpoint;
  private final Supplier<PhotoSource> photos;
  private @Nullable Glance glance;

  /**
   * What was seen.
   *
   * @param first photos of the first renders
   * @param problems of the first rows
   */
  record Glance(RoomList roomList, List<Photo> first, List<String> problems) {}

  RoomListCheck(JobFile jobFile, EndpointSettings endpoint, Supplier<PhotoSource> photos) {
    this.jobFile = jobFile;
    this.endpoint = endpoint;
    this.photos = photos;
  }

  List<Finding> check() {
    JobSettings.checkPictures(jobFile);
    var seen = glance();
    var words = "%s: %d rows, %d renders"
        .formatted(
            jobFile.rooms().input(), seen.roomList().rows(), seen.roomList().renders());
    if (seen.roomList().rows() == 0) {
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
    var roomList =
        RoomList.check(jobFile.rooms().input(), JobSettings.rows(jobFile, endpoint, photos.get()));
    var first = new ArrayList<Photo>();
    var problems = new ArrayList<String>();
    try (var rows = roomList.open()) {
      var row = rows.next();
      for (var n = 0; n < FIRST && row != null; n++, row = rows.next()) {
        if (row instanceof RoomRow.Order order) first.add(order.request().photo());
        else problems.add("row " + row.number() + ": " + ((RoomRow.Invalid) row).problem());
      }
    }
    return new Glance(roomList, List.copyOf(first), List.copyOf(problems));
  }
}
