package dev.roomline.rooms;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RoomRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultColumnsTest {
  private static final String OURS = String.join(",", ResultColumns.FIRST);
  private static final String OUR_CELLS = ",x".repeat(ResultColumns.FIRST.size());

  @TempDir
  Path temp;

  @Test
  void resultsAreAcceptedAsInput() throws IOException {
    var rooms = RoomListFixture.in(temp);
    var roomList = rooms.check("init_image,prompt,input_seed,room," + OURS + ",picture,cost,note\n"
        + "https://h/a,b,7,K" + OUR_CELLS + ",p,c,n\n");

    assertThat(roomList.header()).containsExactly("init_image", "prompt", "seed", "room", "note");
    var order = (RoomRow.Order) RoomListFixture.rows(roomList).get(0);
    assertThat(order.cells()).containsExactly("https://h/a", "b", "7", "K", "n");
    assertThat(order.request().parameters()).containsEntry("seed", 7L);
  }

  @Test
  void columnsThatMerelyLookLikeOursAreTheInputs() throws IOException {
    var roomList = RoomListFixture.in(temp).check("init_image,prompt,row,status,input_row\n");

    assertThat(roomList.header())
        .containsExactly("init_image", "prompt", "row", "status", "input_row");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"row", "Seed", "style", "input_row", "input_input_row", "room", "input_x"})
  void everyNameFindsItsWayBack(String name) {
    assertThat(ResultColumns.original(
            ResultColumns.written(name, ResultColumns.WRITTEN), ResultColumns.WRITTEN))
        .isEqualTo(name);
  }

  @Test
  void onlyNamesOfOursAreRenamed() {
    assertThat(ResultColumns.written("seed", ResultColumns.WRITTEN)).isEqualTo("input_seed");
    assertThat(ResultColumns.written("room", ResultColumns.WRITTEN)).isEqualTo("room");
  }

  @Test
  void prefixStaysWhereItIsNotOurs() throws IOException {
    var roomList =
        RoomListFixture.in(temp).check("init_image,prompt,input_style,input_row," + OURS + "\n");

    assertThat(roomList.header()).containsExactly("init_image", "prompt", "input_style", "row");
  }

  @Test
  void severalLinesOfOneRoomAreOneRoom() throws IOException {
    var row = "https://h/a,b,%s" + ",x".repeat(ResultColumns.FIRST.size() - 1) + ",1,loft\n";
    var roomList = RoomListFixture.in(temp)
        .check("init_image,prompt," + OURS + ",variant,style\n"
            + Stream.of("2", "2", "3", "2", "", "", "7", "7")
                .map(row::formatted)
                .collect(joining()));

    assertThat(roomList.rows()).isEqualTo(6);
    assertThat(RoomListFixture.rows(roomList))
        .extracting(RoomRow::number)
        .containsExactly(2L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void resultsOfFormerReleasesHaveARoomPerLine() throws IOException {
    var roomList = RoomListFixture.in(temp)
        .check("init_image,prompt," + OURS + "\n" + ("https://h/a,b" + OUR_CELLS + "\n").repeat(3));

    assertThat(roomList.rows()).isEqualTo(3);
  }
}
