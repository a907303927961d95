package dev.roomline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.RoomRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {
  @TempDir
  Path temp;

  private RoomListFixture rooms;

  @BeforeEach
  void aFolder() {
    rooms = RoomListFixture.in(temp);
  }

  @Test
  void v5FillsItsDefaultsIn() throws IOException {
    var request = request(rooms, "photo,prompt\nhttps://h/a, bright \n");

    assertThat(request.prompt()).isEqualTo("bright");
    assertThat(request.parameters())
        .isEqualTo(Map.of("steps", 50L, "guidance_scale", new BigDecimal("7")));
  }

  @Test
  void otherFamiliesLeaveOutWhatIsNotSet() throws IOException {
    var request = request(rooms.family(false), "photo,prompt\nhttps://h/a,bright\n");

    assertThat(request.parameters()).isEmpty();
    assertThat(request.extra()).isEqualTo(Map.of("x", true));
  }

  @Test
  void rowWinsOverJobFileAndBlankCellsDoNot() throws IOException {
    var jobFile = rooms.defaults(Map.of("steps", 31, "seed", 7L, "prompt", "plain"));
    var request = request(
        jobFile,
        "photo,prompt,Num Inference Steps,CFG-Scale,seed\nhttps://h/a,,21.0,\" 7.50\", \n");

    assertThat(request.prompt()).isEqualTo("plain");
    assertThat(request.parameters())
        .isEqualTo(Map.of("steps", 21L, "guidance_scale", new BigDecimal("7.5"), "seed", 7L));
  }

  @Test
  void everyParameterHasAColumn() throws IOException {
    var request = request(
        rooms,
        "photo,prompt,steps,guidance,negative,strength,seed\nhttps://h/a,b,1,2,dark,0.70,3\n");

    assertThat(request.parameters())
        .isEqualTo(Map.of(
            "steps",
            1L,
            "guidance_scale",
            new BigDecimal("2"),
            "negative_prompt",
            "dark",
            "strength",
            new BigDecimal("0.7"),
            "seed",
            3L));
  }

  @Test
  void thePromptOfTheJobFileIsFilledFromTheRow() throws IOException {
    var jobFile = rooms.defaults(Map.of("prompt", "{ROOM type}, {style} style"));
    var request = request(jobFile, "photo,Room_Type,style\nhttps://h/a, kitchen ,{room}\n");

    assertThat(request.prompt()).isEqualTo("kitchen, {room} style");
  }

  @Test
  void rowsOwnPromptIsTakenLiterally() throws IOException {
    var jobFile = rooms.defaults(Map.of("prompt", "{style}"));
    var request = request(jobFile, "photo,prompt,style\nhttps://h/a,a {style} room,\n");

    assertThat(request.prompt()).isEqualTo("a {style} room");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{stile} rooms  | defaults.prompt: the room list has no column stile; did you mean style?",
        "{colour} rooms | defaults.prompt: the room list has no column colour; it has: photo, style",
        "{} rooms       | defaults.prompt: the room list has no column ; it has: photo, style",
        "{twin} rooms    | rooms.csv, line 1: two columns are called twin; rename one",
        "{style rooms   | defaults.prompt: a { is never closed; write {column}",
      })
  void wrongPlaceholderStopsTheJob(String prompt, String message) {
    var jobFile = rooms.defaults(Map.of("prompt", prompt));

    var twins = prompt.contains("twin") ? ",twin,Twin" : "";

    assertThatThrownBy(() -> jobFile.check("photo,style" + twins + "\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void wrongDefaultStopsTheJob() {
    assertThatThrownBy(() -> rooms.defaults(Map.of("guidance_scale", 40)).check("photo,prompt\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("defaults.guidance_scale: 40 is out of range; write a number from 1 to 20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        " ,b,1,2 § init_image: no photo given; add the photo's file name or link",
        "a.jpg,b,1,2 § init_image: a.jpg is not an http or https address; write one, or set photos: to the photo's folder",
        "https://h/a,,1,2 § prompt: is empty; write one, or set defaults.prompt in the job file",
        "https://h/a,b,x,2 § steps: 'x' is not a number; write a whole number from 1 to 2147483647",
        "https://h/a,b,x,99 § steps: 'x' is not a number; write a whole number from 1 to 2147483647"
            + " | guidance_scale: 99 is out of range; write a number from 1 to 20",
        "https://h/a § prompt: is empty; write one, or set defaults.prompt in the job file",
        "https://h/a,b,1,2,3 § row: has 5 cells, but the header has 4; put quotes around cells that contain a delimiter",
      })
  void wrongRowIsAResultAndTheOthersGoOn(String row, String problem) throws IOException {
    var rows = rooms.rows("photo,prompt,steps,guidance\n" + row + "\nhttps://h/a,b,1,2\n");

    assertThat(((RoomRow.Invalid) rows.get(0)).problem()).isEqualTo(problem);
    assertThat(rows.get(1)).isInstanceOf(RoomRow.Order.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/a,b",
        "https://h/a,b,",
        "https://h/a,b,,",
        "https://h/a,b,,,",
        "https://h/a,b,, ,\t,,",
        "https://h/a,b,\"\",\"\",\"\""
      })
  void emptyCellsAtARowsEndMayBeMissingOrTooMany(String row) throws IOException {
    var rows = rooms.rows("photo,prompt,steps,guidance\n" + row + "\nhttps://h/a,b,1,2\n");

    assertThat(rows).hasSize(2).allSatisfy(it -> assertThat(it).isInstanceOf(RoomRow.Order.class));
    assertThat(rows.get(0).cells()).hasSize(4).startsWith("https://h/a", "b");
  }

  @Test
  void blankPlaceholderColumnMakesTheRowInvalid() throws IOException {
    var jobFile = rooms.defaults(Map.of("prompt", "a {style} room"));
    var rows = jobFile.rows("photo,style\nhttps://h/a, \nhttps://h/b,calm\n");

    assertThat(((RoomRow.Invalid) rows.get(0)).problem())
        .isEqualTo("prompt: column style is empty, and the prompt needs it; fill it in or write a "
            + "prompt for this row");
    assertThat(rows.get(1)).isInstanceOf(RoomRow.Order.class);
  }

  @Test
  void cellsTravelAsTheyStand() throws IOException {
    var rows =
        rooms.rows("photo,prompt,note\nhttps://h/a, b ,\"=1+1\"\nhttps://h/a\nx,y,z,surplus\n");

    assertThat(rows)
        .extracting(RoomRow::cells)
        .containsExactly(
            List.of("https://h/a", " b ", "=1+1"),
            List.of("https://h/a", "", ""),
            List.of("x", "y", "z", "surplus"));
  }

  private static RenderRequest request(RoomListFixture rooms, String text) throws IOException {
    return ((RoomRow.Order) rooms.rows(text).get(0)).request();
  }
}
