package dev.roomline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RenderRequest;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.RoomRow;
import dev.roomline.domain.SeedPolicy;
import dev.roomline.domain.Variations;
import dev.roomline.domain.Variations.Style;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that ask for several renders. */
class VariantExpanderTest {
  private static final Style LOFT = new Style("Loft", Map.of("prompt", "brick {room}"));
  private static final Style COAST = new Style("coast", Map.of("steps", 31L));
  private static final String ROOMS = "photo,prompt,room,look\n";

  @TempDir
  Path temp;

  private RoomListFixture rooms;

  @BeforeEach
  void aFolder() {
    rooms = RoomListFixture.in(temp).family(false);
  }

  @Test
  void linesComeByRowThenStyleThenVariant() throws IOException {
    var rows = styled(2, null).rows(ROOMS + "https://h/a,a,K,\n\nhttps://h/b,b,L,\n");

    assertThat(rows)
        .extracting(RoomRow::position)
        .containsExactly(
            new ResultPosition(2, 2, 1, "Loft"),
            new ResultPosition(2, 3, 2, "Loft"),
            new ResultPosition(2, 4, 1, "coast"),
            new ResultPosition(2, 5, 2, "coast"),
            new ResultPosition(4, 7, 1, "Loft"),
            new ResultPosition(4, 8, 2, "Loft"),
            new ResultPosition(4, 9, 1, "coast"),
            new ResultPosition(4, 10, 2, "coast"));
  }

  @Test
  void anInvalidRowIsOneLineAndMovesNoOther() throws IOException {
    var rows = styled(2, null).rows(ROOMS + "nowhere,a,K,\nhttps://h/b,b,L,\n");

    var invalid = (RoomRow.Invalid) rows.get(0);
    assertThat(invalid.position()).isEqualTo(ResultPosition.ofRow(2));
    assertThat(invalid.lines()).isEqualTo(4);
    assertThat(rows.get(1).position()).isEqualTo(new ResultPosition(3, 6, 1, "Loft"));
  }

  @Test
  void theFileKnowsItsRendersBeforeAnyPhotoIsLookedAt() throws IOException {
    var roomList = styled(2, "look")
        .check(
            ROOMS + "nowhere,a,K,all\nhttps://h/b,b,L,\nhttps://h/b,b,L,loft\nhttps://h/b,,,x\n");

    assertThat(roomList.rows()).isEqualTo(4);
    assertThat(roomList.renders()).isEqualTo(4 + 2 + 2 + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "loft, Loft",
    "' LOFT ', Loft",
    "coast | loft, Loft coast",
    "loft|loft|, Loft",
    "ALL, Loft coast",
    "all|coast, Loft coast"
  })
  void theCellPicksStylesAndTheJobFileOrdersThem(String cell, String styles) throws IOException {
    var rows = styled(1, "Look").rows(ROOMS + "https://h/a,a,K," + cell + "\n");

    assertThat(String.join(" ", rows.stream().map(row -> row.position().style()).toList()))
        .isEqualTo(styles);
  }

  @ParameterizedTest
  @CsvSource({
    "lofd, look: there is no style lofd; did you mean Loft?",
    "loft|gothic, 'look: there is no style gothic; the job file has: Loft, coast'"
  })
  void aStyleThatIsNoneMakesTheRowInvalid(String cell, String problem) throws IOException {
    var rows = styled(2, "look").rows(ROOMS + "https://h/a,a,K," + cell + "\n");

    assertThat(rows).hasSize(1);
    assertThat(((RoomRow.Invalid) rows.get(0)).problem()).isEqualTo(problem);
  }

  @Test
  void aStylesPromptWinsOverTheRowsAndTheRowsOverTheJobFiles() throws IOException {
    var jobFile = styled(1, null).defaults(Map.of("prompt", "plain"));

    assertThat(prompts(jobFile, ROOMS + "https://h/a,own,kitchen,\nhttps://h/a,,bath,\n"))
        .containsExactly("brick kitchen", "own", "brick bath", "plain");
  }

  @Test
  void aStyleMayBuildOnTheRowsOwnPrompt() throws IOException {
    var jobFile =
        series(1, null, style("prompt", "{Prompt}, oak")).defaults(Map.of("prompt", "{room}"));

    assertThat(prompts(jobFile, ROOMS + "https://h/a,own,kitchen,\nhttps://h/a,,bath,\n"))
        .containsExactly("own, oak", "bath, oak");
  }

  @Test
  void noPromptIsNeededWhereEveryStyleBringsIts() throws IOException {
    assertThat(prompts(series(1, null, LOFT), "photo,room\nhttps://h/a,bath\n"))
        .containsExactly("brick bath");
  }

  @Test
  void aStyleThatNeedsABlankCellMakesTheRowInvalid() throws IOException {
    var row = styled(3, null).rows(ROOMS + "https://h/a,own,,\n").get(0);

    assertThat(((RoomRow.Invalid) row).problem())
        .isEqualTo("prompt: column room is empty, and styles.Loft.prompt needs it; fill it in");
  }

  @Test
  void aBlankPromptIsReportedOnceHoweverManyStylesNeedIt() throws IOException {
    var row = series(1, null, COAST, new Style("plain", Map.of()))
        .rows(ROOMS + "https://h/a,,K,\n")
        .get(0);

    assertThat(((RoomRow.Invalid) row).problem())
        .isEqualTo("prompt: is empty; write one, or set defaults.prompt in the job file");
  }

  @Test
  void aRowsParameterWinsOverAStylesAndAStylesOverTheJobFiles() throws IOException {
    var jobFile = series(1, null, new Style("s", Map.of("steps", 21L, "guidance_scale", "9")))
        .defaults(Map.of("steps", 41, "guidance_scale", 5, "strength", "0.5"));

    assertThat(request(jobFile.rows("photo,prompt,steps\nhttps://h/a,b,31\n").get(0))
            .parameters())
        .isEqualTo(Map.of(
            "steps",
            31L,
            "guidance_scale",
            new BigDecimal("9"),
            "strength",
            new BigDecimal("0.5")));
  }

  @Test
  void variantsOfARowWithASeedCountOnFromIt() throws IOException {
    var jobFile = series(3, null, style("seed", 7L)).defaults(Map.of("seed", 1));

    assertThat(seeds(jobFile, "photo,prompt,seed\nhttps://h/a,b,4294967295\nhttps://h/a,b,\n"))
        .containsExactly(4_294_967_295L, 0L, 1L, 7L, 8L, 9L);
  }

  @Test
  void aRowsSeedWinsOverTheJobFilesRule() throws IOException {
    var jobFile = rooms.series(new Variations(2, new SeedPolicy.Fixed(42), List.of(), null));

    assertThat(seeds(jobFile, "photo,prompt,seed\nhttps://h/a,b,\nhttps://h/a,b,5\n"))
        .containsExactly(42L, 43L, 5L, 6L);
  }

  @Test
  void seedsPerRowStayWithTheirPhotoInWhicheverOrder() throws IOException {
    var jobFile = rooms.series(new Variations(2, new SeedPolicy.PerRow(), List.of(LOFT), null));
    var there = seeds(jobFile, ROOMS + "https://h/a,b,K,\nhttps://h/b,b,L,\n");
    var back = seeds(jobFile, ROOMS + "https://h/b,b,L,\nhttps://h/a,b,K,\n");

    assertThat(there).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(back.subList(0, 2)).isEqualTo(there.subList(2, 4));
    assertThat(back.subList(2, 4)).isEqualTo(there.subList(0, 2));
  }

  @Test
  void variantsWithoutASeedDifferOnlyInTheirNumber() throws IOException {
    var rows = series(2, null).rows(ROOMS + "https://h/a,b,K,\n");

    assertThat(request(rows.get(1)).parameters()).isEqualTo(request(rows.get(0)).parameters());
    assertThat(request(rows.get(0)).variant()).isEqualTo(1);
    assertThat(request(rows.get(1)).variant()).isEqualTo(2);
  }

  @Test
  void v5KnowsNoSeeds() {
    var jobFile =
        rooms.family(true).series(new Variations(1, new SeedPolicy.PerRow(), List.of(), null));

    assertThatThrownBy(() -> jobFile.check(ROOMS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("seed: v5 documents no seed; remove the line, or set endpoint.family to v6 or"
            + " enterprise");
  }

  @Test
  void aStyleColumnThatIsNotThereStopsTheJob() {
    assertThatThrownBy(() -> styled(1, "lok").check(ROOMS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("style-column: the room list has no column lok; did you mean look?");
  }

  @ParameterizedTest
  @CsvSource({
    "{rom} in oak, styles.s.prompt: the room list has no column rom; did you mean room?",
    "{prompt} oak, 'styles.s.prompt: the room list has no column prompt; it has: photo, room'",
    "{room, styles.s.prompt: a { is never closed; write {column}"
  })
  void aPlaceholderThatIsNoColumnStopsTheJob(String prompt, String message) {
    assertThatThrownBy(() -> series(1, null, style("prompt", prompt)).check("photo,room\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  private RoomListFixture styled(int variants, @Nullable String column) {
    return series(variants, column, LOFT, COAST);
  }

  private RoomListFixture series(int variants, @Nullable String column, Style... styles) {
    return rooms.series(
        new Variations(variants, new SeedPolicy.Random(), Arrays.asList(styles), column));
  }

  private static Style style(String label, Object value) {
    return new Style("s", Map.of(label, value));
  }

  private static List<String> prompts(RoomListFixture rooms, String text) throws IOException {
    return rooms.rows(text).stream().map(row -> request(row).prompt()).toList();
  }

  private static List<Object> seeds(RoomListFixture rooms, String text) throws IOException {
    return rooms.rows(text).stream()
        .map(row -> request(row).parameters().get("seed"))
        .toList();
  }

  private static RenderRequest request(RoomRow row) {
    return ((RoomRow.Order) row).request();
  }
}
