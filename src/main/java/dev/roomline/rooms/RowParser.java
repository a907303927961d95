package dev.roomline.rooms;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Photo;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.RoomRow;
import dev.roomline.images.PhotoSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes renders of one record, or lists everything that is wrong with it. */
final class RowParser {
  private final Header header;
  private final RowSettings settings;
  private final StyleSelector presets;
  private final VariantExpander expander;

  /** Throws InvalidInputException if no row can be valid. */
  RowParser(Header header, RowSettings settings) {
    this.header = header;
    this.settings = settings;
    header.require(Columns.PHOTO, "");
    this.presets = StyleSelector.of(header, settings);
    this.expander = new VariantExpander(settings);
    if (settings.v5() && settings.variations().seedPolicy().asked()) {
      throw new InvalidInputException(
          "seed: v5 documents no seed; remove the line, or set endpoint.family to"
              + " v6 or enterprise");
    }
  }

  Header header() {
    return header;
  }

  /** How many renders the record asks for; at least 1. */
  int lines(CsvRow row) {
    if (row.width() > header.width()) return 1;
    var problems = new ArrayList<String>();
    var styles = presets.of(row, problems).size();
    return problems.isEmpty() ? styles * settings.variations().variants() : 1;
  }

  /**
   * The record's renders in order, or one invalid line with the problems.
   *
   * @param line the line of the first of them in the results
   */
  List<RoomRow> parse(CsvRow row, long line) {
    if (row.width() > header.width()) {
      var problem =
          "row: has %d cells, but the header has %d; put quotes around cells that contain a delimiter"
              .formatted(row.width(), header.width());
      return invalid(row, line, List.of(problem));
    }
    var problems = new ArrayList<String>();
    var photo = photo(row.get(header.of(Columns.PHOTO)), problems);
    var wanted = presets.of(row, problems);
    var prompts = prompts(wanted, row, problems);
    var own = ParameterDefaults.in(header, row, problems);
    if (photo == null || !problems.isEmpty()) return invalid(row, line, problems);
    var room = new VariantExpander.Room(row.number(), header.cells(row), photo, own);
    return expander.of(room, line, wanted, prompts);
  }

  private List<RoomRow> invalid(CsvRow row, long line, List<String> problems) {
    var position = new ResultPosition(row.number(), line, 1, "");
    var message = String.join(" | ", new LinkedHashSet<>(problems));
    return List.of(new RoomRow.Invalid(position, lines(row), header.cells(row), message));
  }

  private static List<String> prompts(List<RowPreset> wanted, CsvRow row, List<String> problems) {
    var prompts = new ArrayList<String>();
    for (var preset : wanted) {
      var prompt = preset.prompt().in(row, problems);
      prompts.add(prompt == null ? "" : prompt);
    }
    return prompts;
  }

  private @Nullable Photo photo(String initImage, List<String> problems) {
    if (initImage.isBlank()) {
      problems.add("init_image: no photo given; add the photo's file name or link");
      return null;
    }
    var found = settings.photos().find(initImage.strip());
    if (found instanceof PhotoSource.There there) return there.photo();
    problems.add("init_image: " + ((PhotoSource.Missing) found).problem());
    return null;
  }
}
