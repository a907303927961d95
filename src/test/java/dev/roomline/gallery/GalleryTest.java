package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
  @TempDir
  Path folder;

  @Test
  void aRunWithoutRoomsHasAPage() throws IOException {
    assertThat(publish(0))
        .isEqualTo(folder.resolve("index.html"))
        .content()
        .contains("<b>0</b> rooms");
  }

  @Test
  void aThousandRoomsAreOnePage() throws IOException {
    publish(1000);

    assertThat(files()).containsExactly("index.html");
  }

  @Test
  void everyFurtherThousandIsAPageOfItsOwn() throws IOException {
    publish(2001);

    assertThat(files()).containsExactly("index.html", "rooms-2.html", "rooms-3.html");
    assertThat(page("rooms-3.html")).containsOnlyOnce("<article").contains("Rooms 2,001 to 2,001");
  }

  @Test
  void pagesLinkEachOther() throws IOException {
    publish(2001);

    assertThat(page("rooms-2.html"))
        .contains("rel=\"prev\" href=\"index.html\"", "rel=\"next\" href=\"rooms-3.html\"");
    assertThat(page("index.html")).doesNotContain("rel=\"prev\"");
    assertThat(page("rooms-3.html")).doesNotContain("rel=\"next\"");
  }

  @Test
  void aSmallerRunTakesThePagesOfALargerOneAway() throws IOException {
    publish(2001);

    publish(3);

    assertThat(files()).containsExactly("index.html");
  }

  @Test
  void whatIsNotCommittedLeavesThePagesAsTheyWere() throws IOException {
    publish(2);
    var before = page("index.html");

    try (var gallery = new Gallery(folder, ZoneOffset.UTC, GalleryFixture.cover(2001))) {
      for (var row = 2; row < 2003; row++) gallery.add(GalleryFixture.room(row));
      gallery.finish();
      assertThat(files()).hasSize(4);
    }

    assertThat(files()).containsExactly("index.html");
    assertThat(page("index.html")).isEqualTo(before);
  }

  @Test
  void aFolderInAPagesPlaceIsNamedBeforeAnyPageAppears() throws IOException {
    Files.createDirectory(folder.resolve("rooms-2.html"));

    assertThatThrownBy(() -> publish(1001))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("rooms-2.html")
        .hasMessageContaining("Is a directory");

    assertThat(files()).containsExactly("rooms-2.html");
  }

  @Test
  void whatAKilledRunLeftIsTakenAway() throws IOException {
    Files.writeString(folder.resolve("index.html.new"), "of a former release");
    Files.writeString(folder.resolve("rooms-2.html." + UUID.randomUUID() + ".new"), "half");
    Files.writeString(folder.resolve("mine.html.new"), "mine");

    publish(1);

    assertThat(files()).containsExactly("index.html", "mine.html.new");
  }

  @Test
  void aLinkInTheTemporaryFilesPlaceIsNotFollowed() throws IOException {
    var outside = Files.writeString(folder.resolve("precious.txt"), "precious");
    Files.createSymbolicLink(folder.resolve("index.html.new"), outside);

    publish(1);

    assertThat(outside).hasContent("precious");
    assertThat(files()).containsExactly("index.html", "precious.txt");
  }

  @Test
  void everyTextIsEscaped() throws IOException {
    var text = "<img src=x onerror=alert(1)>\"'`{{title}}</script>";
    var rooms =
        List.of(GalleryFixture.room(2, text, text), troubled(GalleryFixture.room(3, text, text)));

    GalleryFixture.publish(folder, GalleryFixture.cover(text, Map.of(text, 2L)), rooms);

    assertThat(page("index.html"))
        .doesNotContain("<img src=x", "\"'`")
        .contains(
            "&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;&quot;&#39;&#x60;{{title}}&lt;/script&gt;");
  }

  @Test
  void aLineWithoutAPictureSaysCauseAndRemedy() throws IOException {
    var room = new GalleryRoom(
        7,
        "",
        "",
        "refused",
        new RenderDetails("sofa", "", "", "", ""),
        new PaymentDetails("no", "", 1, "", null),
        new RoomProblems("paint", "it is blue", "paint it", List.of()),
        List.of(),
        null);

    GalleryFixture.publish(folder, GalleryFixture.cover("a", Map.of("refused", 1L)), List.of(room));

    assertThat(page("index.html"))
        .contains("class=\"trouble\"", "Row 7", "it is blue", "paint it", "Not charged")
        .doesNotContain("class=\"room\"");
  }

  @Test
  void everyRenderBearsItsMark() throws IOException {
    publish(5);

    assertThat(page("index.html").split("<figcaption class=\"mark\">AI-rendered</figcaption>"))
        .hasSize(6);
  }

  @Test
  void theSummaryIsWordedForPeople() throws IOException {
    publish(1);

    assertThat(page("index.html"))
        .contains(
            "<h1><bdi>Listing renders</bdi></h1>", "<b>1</b> room<", "9 s", "1 paid in this run");
  }

  @Test
  void pagesNameNoAddressOfTheNet() throws IOException {
    publish(2);

    assertThat(page("index.html").replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "url(", "@import", "href=\"//", "src=\"//");
  }

  private static GalleryRoom troubled(GalleryRoom room) {
    return new GalleryRoom(
        room.row(),
        room.listing(),
        room.title(),
        room.status(),
        room.recipe(),
        room.purchase(),
        room.remarks(),
        List.of(),
        room.before());
  }

  private Path publish(long rooms) throws IOException {
    var all = LongStream.range(2, rooms + 2).mapToObj(GalleryFixture::room);
    return GalleryFixture.publish(folder, GalleryFixture.cover(rooms), all::iterator);
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
