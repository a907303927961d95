package dev.roomline.images;

import static dev.roomline.images.PictureFiles.bytes;
import static dev.roomline.images.PictureFiles.cut;
import static dev.roomline.images.PictureFiles.file;
import static dev.roomline.images.PictureFiles.join;
import static dev.roomline.images.PictureFiles.latin;
import static dev.roomline.images.PictureFiles.pngThatClaims;
import static dev.roomline.images.PictureFiles.quarters;
import static dev.roomline.images.PictureFiles.resource;
import static dev.roomline.images.PictureFiles.withChunk;
import static dev.roomline.images.PictureFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProbeTest {
  @TempDir
  Path folder;

  private String flaw(byte[] content) throws IOException {
    var probe = ImageProbe.at(file(folder, content));
    return probe instanceof ImageProbe.Flaw flaw ? flaw.reason() : probe.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><p>Just a moment    | is a web page, not a picture",
        "'  <html><body><svg >'             | is a web page, not a picture",
        "'{\"status\":\"error\"}'           | is JSON, not a picture",
        "<svg xmlns='x'></svg>              | is an SVG drawing, not a picture",
        "'<?xml version=\"1.0\"?><svg/>'    | is an SVG drawing, not a picture",
        "'<?xml version=\"1.0\"?><Error/>'  | is an XML message, not a picture",
        "%PDF-1.7                           | is a PDF, not a picture",
        "Not found                          | is text, not a picture",
        "data:image/png;base64,iVBORw0KGgo  | is Base64 text, not a picture",
      })
  void textIsNamed(String text, String words) throws IOException {
    assertThat(flaw(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "ftypheic, HEIC",
    "ftypmif1, HEIC",
    "ftypavif, AVIF",
  })
  void pictureOfAPhoneIsNamed(String brand, String name) throws IOException {
    assertThat(flaw(join(bytes(0, 0, 0, 24), latin(brand), new byte[12])))
        .isEqualTo("is " + name + ", which Roomline does not keep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "tiff"})
  void pictureOfAnotherKindIsNamed(String format) throws IOException {
    assertThat(flaw(written(format, quarters(8, 8))))
        .isEqualTo("is " + format.toUpperCase(Locale.ROOT) + ", which Roomline does not keep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void base64OfAPictureIsNamed(String format) throws IOException {
    assertThat(flaw(Base64.getMimeEncoder().encode(written(format, quarters(80, 80)))))
        .isEqualTo("is Base64 text, not a picture");
  }

  @Test
  void anUnknownTypeIsShownByItsFirstBytes() throws IOException {
    assertThat(flaw(bytes(1, 2, 0xFE))).isEqualTo("is not a picture (first bytes 01 02 fe)");
  }

  @Test
  void emptyFileIsNamed() throws IOException {
    assertThat(flaw(new byte[0])).isEqualTo("is an empty file");
  }

  @ParameterizedTest
  @CsvSource({"jpeg, JPEG", "png, PNG", "gif, GIF"})
  void everyLengthButTheWholeIsTruncated(String format, String name) throws IOException {
    var whole = written(format, quarters(40, 30));
    for (int missing = 1; missing < whole.length - 20; missing += 1 + missing / 4)
      assertThat(flaw(cut(whole, missing))).isEqualTo("is a truncated " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy", "lossless", "transparent", "animated"})
  void webpMayNotEndEarlier(String name) throws IOException {
    assertThat(flaw(cut(resource(name + ".webp"), 2))).isEqualTo("is a truncated WEBP");
  }

  @Test
  void pngHeaderThatClaimsTooMuchIsRefused() throws IOException {
    assertThat(flaw(pngThatClaims(20_000, 20_000)))
        .isEqualTo("has 20000 × 20000 pixels; at most 50 megapixels are kept");
  }

  @Test
  void sideThatIsTooLongIsRefused() throws IOException {
    assertThat(flaw(pngThatClaims(1_000_000, 2)))
        .isEqualTo("has 1000000 × 2 pixels; a side of at most 30000 is kept");
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "-1, 5", "-70000, -70000"})
  void sizeThatIsNoneIsRefused(int width, int height) throws IOException {
    assertThat(flaw(pngThatClaims(width, height))).startsWith("is a broken PNG (no ");
  }

  @Test
  void pngWithAWrongSumIsBroken() throws IOException {
    var png = written("png", quarters(40, 30));
    png[60] ^= 1;

    assertThat(flaw(png)).isEqualTo("is a broken PNG (its checksum is wrong)");
  }

  @Test
  void webpThatTellsTwoSizesIsBroken() throws IOException {
    var webp = resource("transparent.webp");
    webp[24]++; // the canvas, one pixel wider than what is on it

    assertThat(flaw(webp)).isEqualTo("is a broken WEBP (it has two sizes)");
  }

  @Test
  void tooMuchBesideThePixelsIsRefused() throws IOException {
    var heavy = withChunk(written("png", quarters(4, 4)), "zTXt", new byte[17_000_000]);

    assertThat(flaw(heavy)).isEqualTo("is a broken PNG (too much beside its pixels)");
  }

  @Test
  void losslessJpegIsRefused() throws IOException {
    var jpeg = written("jpeg", quarters(8, 8));
    for (int at = 0; at < jpeg.length - 1; at++)
      if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) jpeg[at + 1] = (byte) 0xC3;

    assertThat(flaw(jpeg)).isEqualTo("is a broken JPEG (an unusual coding)");
  }

  @Test
  void beginningIsEnoughToKnowTheSize() throws IOException {
    var jpeg = written("jpeg", quarters(40, 30));

    assertThat(ImageProbe.atBeginning(file(folder, cut(jpeg, 100))))
        .isInstanceOf(ImageProbe.Outline.class)
        .extracting("width", "height")
        .containsExactly(40, 30);
  }
}
