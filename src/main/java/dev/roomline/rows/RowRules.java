package dev.roomline.rows;

import dev.roomline.images.Photos;
import dev.roomline.room.Photo;
import dev.roomline.room.RenderRequest;
import dev.roomline.room.RoomRow;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Judges one record: an order for a render, or all the reasons why it cannot be one. */
final class RowRules {
  private final Header header;
  private final RowSettings settings;
  private final Prompts prompts;
  private final Knobs knobs;

  /** Throws BadInput if no row could be right. */
  RowRules(Header header, RowSettings settings) {
    this.header = header;
    this.settings = settings;
    var template = settings.defaults().get(Columns.PROMPT);
    header.require(Columns.PHOTO, "");
    if (template == null) header.require(Columns.PROMPT, ", or set defaults.prompt in the sheet");
    this.prompts = Prompts.of(header, template);
    this.knobs = Knobs.of(header, settings);
  }

  Header header() {
    return header;
  }

  RoomRow judge(CSVRecord row) {
    var cells = header.cells(row);
    if (row.size() != header.width()) {
      return new RoomRow.Invalid(
          row.getRecordNumber(),
          cells,
          "row: has %d cells where the header has %d; quote cells that hold a delimiter"
              .formatted(row.size(), header.width()));
    }
    var problems = new ArrayList<String>();
    var photo = photo(row.get(header.of(Columns.PHOTO)), problems);
    var prompt = prompts.of(row, problems);
    var parameters = knobs.of(row, problems);
    if (photo == null || prompt == null || !problems.isEmpty()) {
      return new RoomRow.Invalid(row.getRecordNumber(), cells, String.join(" | ", problems));
    }
    var request = new RenderRequest(photo, prompt, parameters, settings.extra());
    return new RoomRow.Order(row.getRecordNumber(), cells, request);
  }

  private @Nullable Photo photo(String initImage, List<String> problems) {
    if (initImage.isBlank()) {
      problems.add("init_image: is blank; write the photo's name or address");
      return null;
    }
    var found = settings.photos().find(initImage.strip());
    if (found instanceof Photos.There there) return there.photo();
    problems.add("init_image: " + ((Photos.Missing) found).problem());
    return null;
  }
}
