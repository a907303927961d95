package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.RenderOutcome.Rendered;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** However large an answer is, what is kept of it is small, and what was paid for is in it. */
class ResponseBodyTest {
  private static final String KEY = "s3cr3t/Key";
  private static final ApiKey HIDING = ApiKey.from(KEY);
  private static final String PAID =
      "\"status\":\"success\",\"id\":7,\"output\":[\"https://r2.dev/7.png\"]";
  private static final int NINE_MEGABYTES = 9_000_000;

  @Test
  void aMetaOfOneHugeTextIsCutAndSaysSo() throws IOException {
    var body =
        read("{\"meta\":{\"seed\":5,\"log\":\"", "x".repeat(NINE_MEGABYTES), "\"},", PAID, "}");

    assertPaid(body);
    assertThat(body.fields().path("meta").path("seed").asString()).isEqualTo("5");
    assertThat(body.meta()).hasSizeLessThan(20_000).startsWith("{\"seed\":5,\"log\":\"xxx");
    assertThat(new ObjectMapper().readTree(body.meta()).path("log").asString()).endsWith("x…");
  }

  @Test
  void aMetaOfManySmallObjectsIsCutAndSaysSo() throws IOException {
    var body = readAll(
        Stream.of("{\"meta\":{\"steps\":["),
        IntStream.range(0, 600_000).mapToObj(n -> "{\"n\":" + n + "},"),
        Stream.of("{}],\"model_id\":\"m\",\"seed\":9},", PAID, "}"));

    assertPaid(body);
    assertThat(body.fields().path("meta").path("model_id").asString()).isEqualTo("m");
    var kept = new ObjectMapper().readTree(body.meta());
    assertThat(body.meta()).hasSizeLessThan(20_000);
    assertThat(kept.path("steps").size()).isGreaterThan(1_000);
    assertThat(kept.path("cut_by_roomline").asString()).contains("the rest is not kept");
  }

  @Test
  void aMetaListIsCutAndSaysSo() throws IOException {
    var body = readAll(
        Stream.of("{\"meta\":["),
        IntStream.range(0, 100_000).mapToObj(n -> n + ","),
        Stream.of("1],", PAID, "}"));

    assertPaid(body);
    var kept = new ObjectMapper().readTree(body.meta());
    assertThat(kept.path(kept.size() - 1).asString()).contains("the rest is not kept");
  }

  @Test
  void aMetaOfUsualSizeIsKeptAsItIs() throws IOException {
    var meta = "{\"log\":\"" + "x".repeat(12_000) + "\",\"deep\":[{\"a\":[1,2.50]},null]}";

    assertThat(read("{\"meta\":", meta, ",", PAID, "}").meta()).isEqualTo(meta);
  }

  /** Messages, tips and lists that nobody needs. */
  @Test
  void everyOtherFieldIsBoundedToo() throws IOException {
    for (var field : List.of("message", "tips", "error", "proxy_links", "unheard_of")) {
      var body = readAll(
          Stream.of("{\"" + field + "\":["),
          IntStream.range(0, 600_000).mapToObj(n -> "{\"n\":\"" + n + "\"},"),
          Stream.of("{}],", PAID, "}"));

      assertPaid(body);
      assertThat(body.fields().toString()).hasSizeLessThan(100_000);
    }
  }

  @Test
  void manyFieldsOfEveryNameAreNotKept() throws IOException {
    var body = readAll(
        Stream.of("{"),
        IntStream.range(0, 300_000).mapToObj(n -> "\"field " + n + "\":{\"a\":1},"),
        Stream.of(PAID, "}"));

    assertPaid(body);
    assertThat(body.fields().size()).isEqualTo(3);
  }

  @Test
  void aHugeFieldNameIsShortened() throws IOException {
    var body = read("{\"meta\":{\"", "n".repeat(NINE_MEGABYTES), "\":1},", PAID, "}");

    assertPaid(body);
    assertThat(body.meta()).hasSizeLessThan(20_000);
  }

  @Test
  void aLinkThatWasShortenedIsNone() throws IOException {
    var long_ = "https://r2.dev/" + "\\u0061".repeat(1_000_000);
    var parser = new ResponseParser(URI.create("https://modelslab.com"), HIDING, Clock.systemUTC());
    var body =
        read("{\"status\":\"success\",\"output\":[\"", long_, "\",\"https://r2.dev/1.png\"]}");
    var answer = new HttpAnswer(200, HttpHeaders.of(Map.of(), (n, v) -> true), body, Duration.ZERO);

    assertThat(new ResponseClassifier(ApiFamily.V5).of(parser.read(answer)))
        .isInstanceOfSatisfying(
            Rendered.class,
            it -> assertThat(it.render().outputs()).containsExactly("https://r2.dev/1.png"));
  }

  /** The cut may go through the key, wherever in a text the key stands. */
  @Test
  void noHalfOfTheKeyIsKept() throws IOException {
    for (var before = 16_370; before < 16_390; before++) {
      for (var spelling : List.of(KEY, "s3cr3t\\/Key", "s3cr3t%2fKey", "s3cr3t\\u002fKey")) {
        var text = "x".repeat(before) + spelling + "y".repeat(20_000);
        var body = read("{\"message\":\"", text, "\",\"meta\":{\"a\":\"", text, "\"}}");

        assertThat(body.meta()).doesNotContain("s3c", "xs");
        assertThat(body.fields().toString()).doesNotContain("s3c", "xs");
      }
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNone() {
    var broken = new Reader() {
      private boolean read;

      @Override
      public int read(char[] to, int offset, int length) throws IOException {
        if (read) throw new IOException("reset");
        read = true;
        "{\"status\":\"success\"".getChars(0, 19, to, offset);
        return 19;
      }

      @Override
      public void close() {}
    };

    assertThatThrownBy(() -> ResponseBody.read(broken, HIDING))
        .isInstanceOf(IOException.class)
        .hasMessage("reset");
  }

  private static void assertPaid(ResponseBody body) {
    assertThat(body.fields().path("status").asString()).isEqualTo("success");
    assertThat(body.fields().path("id").asString()).isEqualTo("7");
    assertThat(LenientJson.links(body.fields().path("output"))).hasSize(1);
  }

  private static ResponseBody read(String... pieces) throws IOException {
    return readAll(Stream.of(pieces));
  }

  @SafeVarargs
  private static ResponseBody readAll(Stream<String>... pieces) throws IOException {
    return ResponseBody.read(
        new PiecesReader(Stream.of(pieces).flatMap(it -> it).iterator()), HIDING);
  }

  /** An answer as it arrives, so that the test itself needs little memory. */
  private static final class PiecesReader extends Reader {
    private final Iterator<String> pieces;
    private Reader piece = new StringReader("");

    PiecesReader(Iterator<String> pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
      int read;
      while ((read = piece.read(to, offset, length)) < 0 && pieces.hasNext()) {
        piece = new StringReader(pieces.next());
      }
      return read;
    }

    @Override
    public void close() {}
  }
}
