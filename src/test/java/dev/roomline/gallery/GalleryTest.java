package dev.roomline.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
  void aPageStaysWholeWhenTheNextOneCannotBeWritten() throws IOException {
    publish(2);
    var before = page("index.html");

    assertThatThrownBy(() -> gallery().publish(GalleryFixture.cover(9), sink -> {
          sink.accept(GalleryFixture.room(2));
          throw new IllegalStateException("the table is gone");
        }))
        .hasMessage("the table is gone");

    assertThat(page("index.html")).isEqualTo(before);
  }

  @Test
  void aLinkInTheTemporaryFilesPlaceIsNotFollowed() throws IOException {
    var outside = Files.writeString(folder.resolve("precious.txt"), "precious");
    Files.createSymbolicLink(folder.resolve("index.html.new"), outside);

    publish(1);

    assertThat(outside).hasContent("precious");
  }

  @Test
  void everyTextIsEscaped() throws IOException {
    var text = "<img src=x onerror=alert(1)>\"'`{{title}}</script>";
    var rooms =
        List.of(GalleryFixture.room(2, text, text), troubled(GalleryFixture.room(3, text, text)));

    gallery().publish(GalleryFixture.cover(text, Map.of(text, 2L)), rooms::forEach);

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

    gallery().publish(GalleryFixture.cover("a", Map.of("refused", 1L)), List.of(room)::forEach);

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

  private Gallery gallery() {
    return new Gallery(folder, ZoneOffset.UTC);
  }

  private Path publish(long rooms) throws IOException {
    return gallery()
        .publish(
            GalleryFixture.cover(rooms),
            sink ->
                LongStream.range(2, rooms + 2).mapToObj(GalleryFixture::room).forEach(sink));
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
