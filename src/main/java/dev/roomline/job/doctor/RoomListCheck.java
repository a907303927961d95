package dev.roomline.job.doctor;

import dev.roomline.domain.Photo;
import dev.roomline.domain.Quantity;
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

/** Checks the room list, and its first rows in detail. Other checks use what it has read. */
final class RoomListCheck {
  /** So many rows are checked in detail: each photo in a folder is read for it. */
  static final int FIRST = 20;

  private final JobFile jobFile;
  private final EndpointSettings endpoint;
  private final Supplier<PhotoSource> photos;
  private @Nullable Glance glance;

  /**
   * What was read.
   *
   * @param first photos of the first renders
   * @param problems what is wrong with the first rows
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
    var text = "%s: %s, %s"
        .formatted(
            jobFile.rooms().input(),
            Quantity.of(seen.roomList().rows(), "row"),
            Quantity.of(seen.roomList().renders(), "render"));
    if (seen.roomList().rows() == 0) {
      return List.of(Finding.look("rooms", text, "add a row for each room"));
    }
    return List.of(
        seen.problems().isEmpty()
            ? Finding.well("rooms", text)
            : Finding.look(
                "rooms",
                text + "; " + seen.problems().get(0),
                "see all invalid rows: roomline plan JOB"));
  }

  /** Throws InvalidInputException if the file cannot be read. */
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
