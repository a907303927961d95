package dev.roomline.rooms;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.RoomRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomListTest {
  private static final String HEADER = "init_image,prompt,room\n";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir
  Path temp;

  private RoomListFixture rooms;

  @BeforeEach
  void aFolder() {
    rooms = RoomListFixture.in(temp);
  }

  @Test
  void knowsItsRowsAndItsDigest() throws IOException {
    var roomList = rooms.check(HEADER + "https://h/a.jpg,bright,K\n\nhttps://h/b.jpg,dark,L\n");

    assertThat(roomList.rows()).isEqualTo(2);
    assertThat(roomList.header()).containsExactly("init_image", "prompt", "room");
    assertThat(roomList.digest()).matches("[0-9a-f]{64}");
    assertThat(roomList.bom()).isFalse();
  }

  @Test
  void resultsOfOursAreReadAsUtf8WhateverTheirInputWas() throws IOException {
    var header = "init_image;prompt;" + String.join(";", ResultColumns.WRITTEN) + "\n";
    var results =
        header + "https://h/a.jpg;gemütlich" + ";".repeat(ResultColumns.WRITTEN.size()) + "\n";

    var roomList = rooms.declared(WINDOWS, null).check(results.getBytes(UTF_8));

    assertThat(RoomListFixture.rows(roomList).get(0).cells()).contains("gemütlich");
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of(new byte[0], UTF_8, null),
        Arguments.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, UTF_8, null),
        Arguments.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, UTF_8, WINDOWS),
        Arguments.of(new byte[] {(byte) 0xFF, (byte) 0xFE}, UTF_16LE, null),
        Arguments.of(new byte[] {(byte) 0xFE, (byte) 0xFF}, UTF_16BE, null),
        Arguments.of(new byte[0], WINDOWS, WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsEveryEncoding(byte[] mark, Charset charset, Charset declared) throws IOException {
    var text = (HEADER + "https://h/a.jpg,gemütlich,Küche\n").getBytes(charset);
    var bytes = new byte[mark.length + text.length];
    System.arraycopy(mark, 0, bytes, 0, mark.length);
    System.arraycopy(text, 0, bytes, mark.length, text.length);

    var roomList = rooms.declared(declared, null).check(bytes);

    assertThat(roomList.charset()).isEqualTo(charset);
    assertThat(roomList.bom()).isEqualTo(mark.length > 0);
    assertThat(RoomListFixture.rows(roomList).get(0).cells())
        .containsExactly("https://h/a.jpg", "gemütlich", "Küche");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheDelimiterByTheHeader(String delimiter) throws IOException {
    var roomList = rooms.check(String.join(delimiter, "photo", "\"a,b;c\td\"", "prompt") + "\n");

    assertThat(roomList.delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(roomList.header()).containsExactly("photo", "a,b;c\td", "prompt");
  }

  @Test
  void commasInsideAHeaderDoNotOutvoteTheDelimiter() throws IOException {
    var roomList = rooms.check("photo;prompt;light, colour, style, mood\n");

    assertThat(roomList.delimiter()).isEqualTo(';');
  }

  @Test
  void declaredDelimiterIsTaken() throws IOException {
    var roomList = rooms.declared(null, '|').check("photo|prompt\nhttps://h/a.jpg|a, b; c\n");

    assertThat(RoomListFixture.rows(roomList).get(0)).isInstanceOf(RoomRow.Order.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\ninit_image;prompt;room\nhttps://h/a;b;K\n",
        "\"sep=;\"\r\ninit_image;prompt;room\r\nhttps://h/a;b;K\r\n",
        "sep=|\ninit_image|prompt|room\nhttps://h/a|b|K\n",
        "Photos of 28 November, all rooms\n\ninit_image,prompt,room\nhttps://h/a,b,K\n",
        "# exported; by hand; twice\n# and again\ninit_image,prompt,room\nhttps://h/a,b,K\n",
        "Image,,\ninit_image,prompt,room\nhttps://h/a,b,K\n",
        "prompt,room\ninit_image,prompt,room\nhttps://h/a,b,K\n"
      })
  void theHeaderIsFoundBelowWhatExportsWriteAboveIt(String text) throws IOException {
    var roomList = rooms.check(text);

    assertThat(roomList.header()).containsExactly("init_image", "prompt", "room");
    assertThat(roomList.rows()).isEqualTo(1);
    assertThat(RoomListFixture.rows(roomList).get(0)).isInstanceOf(RoomRow.Order.class);
  }

  @Test
  void rowNumbersBelowATitleAreTheSpreadsheets() throws IOException {
    var rows = rooms.rows("Our rooms\n\n" + HEADER + "https://h/a,b,K\nhttps://h/b,b,K\n");

    assertThat(rows).extracting(RoomRow::number).containsExactly(4L, 5L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Image Src",
        "MediaURL",
        "Images",
        "primary_photo",
        "Attachments",
        "Media URL",
        "image-src"
      })
  void theNamesOfCommonExportsAreUnderstood(String name) throws IOException {
    var rows = rooms.rows(name + ",prompt\nhttps://h/a,b\n");

    assertThat(rows.get(0)).isInstanceOf(RoomRow.Order.class);
  }

  @Test
  void theExactNameOutranksItsAliases() throws IOException {
    var rows = rooms.rows("url,init_image,Images,prompt\nx,https://h/a,y,b\n");

    assertThat(((RoomRow.Order) rows.get(0)).request().photo().url()).isEqualTo("https://h/a");
  }

  @Test
  void twinsThatNobodyReadsTravelThrough() throws IOException {
    var roomList = rooms.check("photo,prompt,Notes,notes,Notes\nhttps://h/a,b,1,2,3\n");

    assertThat(roomList.header()).containsExactly("photo", "prompt", "Notes", "notes", "Notes");
    assertThat(RoomListFixture.rows(roomList).get(0).cells())
        .containsExactly("https://h/a", "b", "1", "2", "3");
  }

  @Test
  void rowNumbersAreTheSpreadsheets() throws IOException {
    var rows = rooms.rows("\r\ninit_image,prompt,room\r\nhttps://h/1,\"two\r\nlines\",K\n\n,,\r"
        + "https://h/2,\"say \"\"hi\"\"\",L");

    assertThat(rows).extracting(RoomRow::number).containsExactly(3L, 6L);
    assertThat(rows.get(0).cells().get(1)).isEqualTo("two\r\nlines");
    assertThat(rows.get(1).cells().get(1)).isEqualTo("say \"hi\"");
  }

  @Test
  void columnWithoutNameMayStayEmpty() throws IOException {
    var roomList = rooms.check("init_image,prompt,,\nhttps://h/a,b,,\n");

    assertThat(roomList.header()).containsExactly("init_image", "prompt", "", "");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("", "line 1: is empty; write a header and a row per room"),
        Arguments.of("\n\n  \n", "line 1: is empty; write a header and a row per room"),
        Arguments.of(
            "room,prompt\n",
            "line 1: no column init_image; the header has: room, prompt; name one of them "
                + "init_image (understood: init_image, image, image_url, photo, photo_url, "
                + "picture, picture_url, url, image_src, images, mediaurl, media_url, "
                + "primary_photo, attachments)"),
        Arguments.of(
            "\nphoto,room\n",
            "line 2: no column prompt; the header has: photo, room; name one of them prompt "
                + "(understood: prompt, text_prompt); or set defaults.prompt in the job file, or --set defaults.prompt=TEXT"),
        Arguments.of(
            "Image,prompt,Photo URL\n",
            "line 1: the columns Image and Photo URL both mean init_image; rename one"),
        Arguments.of(
            "photo,prompt,\na,b,\na,b,c\n",
            "row 3: column 3 has data but no name; name it in the header"),
        Arguments.of(
            HEADER + "a,\"b\nc\",d\nx,\"open,\ny,z,w\n",
            "line 4: the quote that opens column 2 is never closed; close it, or write a quote "
                + "inside a cell twice (\"\")"),
        Arguments.of(
            HEADER + "a,\"b\" c,d\n",
            "line 2: text after the closing quote of column 2; write a quote inside a cell twice "
                + "(\"\")"),
        Arguments.of(
            HEADER + ",".repeat(10_000), "line 2: more than 10,000 columns; is this a CSV?"),
        Arguments.of(HEADER + "a,b\0,c\n", "line 2: a NUL character; save the file as UTF-8 text"),
        Arguments.of(
            HEADER + "a,b,\"" + "x".repeat(70_000) + "\"\n",
            "line 2: the quoted cell in column 3 is longer than 64 KB or makes its row longer than "
                + "1 MB; close the quote or shorten it"),
        Arguments.of(
            HEADER + "a,b," + "x".repeat(70_000) + "\n",
            "line 2: a cell longer than 64 KB or a row longer than 1 MB; is this a CSV? shorten it"),
        Arguments.of(
            HEADER + "a,b," + (",".repeat(100) + "x".repeat(60_000)).repeat(20) + "\n",
            "line 2: a cell longer than 64 KB or a row longer than 1 MB; is this a CSV? shorten it"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesTheWholeFile(String text, String message) {
    assertThatThrownBy(() -> rooms.check(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("rooms.csv, " + message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void badBytesAreNamedByTheirLine(int rows) {
    var bytes =
        (HEADER + "https://h/a,b,K\n".repeat(rows) + "https://h/a,b,Küche\n").getBytes(WINDOWS);

    assertThatThrownBy(() -> rooms.check(bytes))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "rooms.csv, line " + (rows + 2) + ": bytes that are not text in this encoding; "
                + "save the file as UTF-8, or set the encoding in the job file, such as charset: windows-1252");
  }

  @Test
  void textCutInsideACharacterIsBadToo() {
    var bytes = (HEADER + "https://h/a,b,ü").getBytes(UTF_8);
    var cut = Arrays.copyOf(bytes, bytes.length - 1);

    assertThatThrownBy(() -> rooms.check(cut))
        .hasMessageStartingWith("rooms.csv, line 2: bytes that are not text in this encoding");
  }

  @Test
  void utf16WithoutMarkIsRefusedByItsNuls() {
    assertThatThrownBy(() -> rooms.check(HEADER.getBytes(UTF_16LE)))
        .hasMessage("rooms.csv, line 1: a NUL character; save the file as UTF-8 text");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> RoomList.check(temp.resolve("none.csv"), rooms.settings()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("none.csv does not exist; check input:");
  }

  @Test
  void folderIsNoFile() {
    assertThatThrownBy(() -> RoomList.check(temp, rooms.settings()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(" is not a file; name a CSV");
  }

  @Test
  void fileThatGrowsDuringTheRunIsNoticedAtItsEnd() throws IOException {
    var roomList = rooms.check(HEADER + "https://h/a,b,K\n");
    Files.writeString(rooms.csv(), "https://h/b,b,K\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> RoomListFixture.rows(roomList))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "rooms.csv changed during the run; run the same command again, no render is paid twice");
  }

  @Test
  void fileWithAnotherHeaderIsNoticedBeforeItsFirstRow() throws IOException {
    var roomList = rooms.check(HEADER + "https://h/a,b,K\n");
    Files.writeString(rooms.csv(), "init_image,room,prompt\nhttps://h/a,K,b\n");

    try (var reader = roomList.open()) {
      assertThatThrownBy(reader::next).hasMessageContaining("changed during the run");
    }
  }

  @Test
  void readsAsOftenAsAsked() throws IOException {
    var roomList = rooms.check(HEADER + "https://h/a,b,K\n");

    assertThat(RoomListFixture.rows(roomList))
        .isEqualTo(RoomListFixture.rows(roomList))
        .hasSize(1);
  }
}
